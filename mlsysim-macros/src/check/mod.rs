//! `check!`: a napkin of working and claims.

mod emit;
mod lower;
mod parse;

use proc_macro2::TokenStream;
use syn::Result;

pub(crate) fn expand(input: TokenStream) -> Result<TokenStream> {
    let block = syn::parse2::<parse::Block>(input)?;
    let napkin = lower::lower(block)?;
    Ok(emit::emit(napkin))
}
