//! `export`: the claims of the book for other programs.

use std::format;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::process::ExitCode;
use std::string::String;
use std::vec::Vec;

use clap_builder::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::super::chapter::{Chapter, chapters};
use super::super::edition::{Book, shown};
use super::super::error::Error;
use super::super::export::Format;
use super::super::output::{Named, write_named};
use super::super::registry::Registry;
use super::super::say::say;

pub(in super::super) fn arguments() -> Command {
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(Format::ALL.map(Format::name))
        .help("The form; without it that of the file's ending, or JSON");
    let output = Arg::new("output")
        .long("output")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .help("Write a file; or all three forms into a folder, which ends with `/` or exists");
    let slack = Arg::new("slack")
        .long("slack")
        .action(ArgAction::SetTrue)
        .help(
            "In JSON, also how far each input may move before its claim breaks; this takes a while",
        );
    Command::new("export")
        .about("Write the claims as JSON, LaTeX or CSV, for other programs")
        .arg(format)
        .arg(output)
        .arg(slack)
        .after_help(
            "Example: {run} export --output claims.json\n\
             writes all claims with values, derivations and sources, by the schema in\n\
             mlsysim/docs/claims.schema.json. `--output claims.tex` writes `\\mlsysim{NAME}` for a\n\
             LaTeX book, `--output claims.csv` a row for each number, and `--output exports/` all\n\
             three. Without `--output` it is printed. A file that is no earlier export is left alone.",
        )
}

pub(in super::super) fn run(book: &Book, given: &ArgMatches) -> Result<ExitCode, Error> {
    let format = given.get_one::<String>("format");
    let format = format.and_then(|name| Format::ALL.into_iter().find(|it| it.name() == name));
    let with_slack = given.get_flag("slack");
    let chapters = chapters()?;
    let registry = Registry::read()?;
    let Some(output) = given.get_one::<PathBuf>("output") else {
        let format = format.unwrap_or(Format::Json);
        say(&format.text(book, &chapters, &registry, with_slack)?);
        return Ok(ExitCode::SUCCESS);
    };
    let (folder, files) = files(output, format)?;
    let named = files.into_iter().map(|(name, format)| {
        Ok(Named {
            name,
            text: format.text(book, &chapters, &registry, with_slack)?,
            is_ours: format.is_ours(),
        })
    });
    let named = named.collect::<Result<Vec<Named>, Error>>()?;
    let changes = write_named(&folder, &named)?;
    let claims = chapters.iter().flat_map(Chapter::claims).count();
    for file in &named {
        let path = folder.join(&file.name);
        let what = match changes.written.contains(&path) {
            true => "written",
            false => "unchanged",
        };
        say(&format!(
            "{} {what}: {claims} claims\n",
            shown(&path).display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder, and the files in it with their forms.
fn files(output: &Path, format: Option<Format>) -> Result<(PathBuf, Vec<(String, Format)>), Error> {
    let written = output.to_string_lossy();
    if output.is_dir() || written.ends_with(['/', MAIN_SEPARATOR]) {
        let forms = Format::ALL.into_iter();
        let forms = forms.filter(|it| format.is_none_or(|only| only == *it));
        let files = forms.map(|it| (it.file().into(), it)).collect();
        return Ok((output.to_path_buf(), files));
    }
    let name = output.file_name().map(|name| name.to_string_lossy());
    let form = format.or_else(|| Format::of_file(output));
    let (Some(name), Some(form)) = (name, form) else {
        return Err(Error::Arguments(format!(
            "the ending of `{written}` names no form: write `.json`, `.tex` or `.csv`, \
             or `{written}/` for a folder of all three"
        )));
    };
    let folder = output.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).to_path_buf();
    Ok((folder, [(name.into_owned(), form)].into()))
}
