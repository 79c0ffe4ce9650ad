use std::env;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use super::*;

fn plan(folder: &Path, names: &[&str]) -> Plan {
    saying("b", folder, names)
}

fn saying(text: &str, folder: &Path, names: &[&str]) -> Plan {
    let mut plan = Plan::new(folder, Territory::Includes);
    plan.add_variables(&format!("a: \"{text}\"\n")).unwrap();
    for name in names {
        plan.add_include(name, format!("{text}\n"), name).unwrap();
    }
    plan
}

/// Every file below a folder, by path.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = Vec::from([folder.to_path_buf()]);
    while let Some(inner) = open.pop() {
        for path in entries(&inner).unwrap() {
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap();
                found.push(below.to_str().unwrap().to_string());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn unchanged_files_stay_and_stale_ones_go() {
    let folder = tempfile::tempdir().unwrap();
    let first = plan(folder.path(), &["vol1/a/x.qmd", "vol1/b/y.qmd"]);
    assert_eq!(first.apply().unwrap().written.len(), 4);
    let second = plan(folder.path(), &["vol1/a/x.qmd"]);
    let changes = second.apply().unwrap();
    // The manifest is what changed.
    assert_eq!((changes.written.len(), changes.unchanged), (1, 2));
    assert_eq!(changes.removed.len(), 1);
    assert!(second.compare().unwrap().is_empty());
    let left = [
        "_generated/_manifest.txt",
        "_generated/vol1/a/x.qmd",
        "_variables.yml",
    ];
    assert_eq!(files(folder.path()), left);
    assert!(!folder.path().join("_generated/vol1/b").exists());
}

/// A copy says of itself that it was generated, and is the author's all the same.
#[test]
fn a_copy_of_a_generated_file_is_never_removed() {
    let folder = tempfile::tempdir().unwrap();
    plan(folder.path(), &["vol1/x.qmd"]).apply().unwrap();
    let original = folder.path().join("_generated/vol1/x.qmd");
    let copy = folder.path().join("_generated/vol1/copy.qmd");
    fs::copy(&original, &copy).unwrap();
    let changes = plan(folder.path(), &["vol2/y.qmd"]).apply().unwrap();
    assert_eq!(changes.removed, [original]);
    assert!(copy.exists());
}

#[test]
fn an_edited_file_is_reported_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    plan(folder.path(), &["x.qmd", "y.qmd"]).apply().unwrap();
    let edited = folder.path().join("_generated/x.qmd");
    fs::write(&edited, "an author's words").unwrap();
    for next in [
        plan(folder.path(), &["x.qmd", "y.qmd"]),
        saying("c", folder.path(), &["x.qmd", "y.qmd"]),
        plan(folder.path(), &["y.qmd"]),
    ] {
        let error = next.apply().unwrap_err();
        assert!(
            matches!(&error, Error::Edited(files) if *files == [edited.clone()]),
            "{error}"
        );
        assert_eq!(fs::read_to_string(&edited).unwrap(), "an author's words");
        // Nothing else was touched either.
        let variables = fs::read_to_string(folder.path().join("_variables.yml")).unwrap();
        assert!(variables.contains("a: \"b\""), "{variables}");
    }
    fs::remove_file(&edited).unwrap();
    plan(folder.path(), &["y.qmd"]).apply().unwrap();
}

#[test]
fn a_line_by_hand_in_the_manifest_makes_nothing_ours() {
    let folder = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    plan(folder.path(), &["x.qmd"]).apply().unwrap();
    let own = folder.path().join("_generated/own.qmd");
    let page = folder.path().join("page.qmd");
    let far = outside.path().join("far.qmd");
    let manifest = folder.path().join(Territory::Includes.manifest());
    let mut text = fs::read_to_string(&manifest).unwrap();
    for (file, path) in [
        (&own, "_generated/own.qmd".to_string()),
        (&page, "page.qmd".to_string()),
        (&page, "_generated/../page.qmd".to_string()),
        (&far, far.display().to_string()),
    ] {
        fs::write(file, "mine").unwrap();
        let listed = if path.ends_with("own.qmd") {
            sum(b"")
        } else {
            sum(b"mine")
        };
        text.push_str(&format!("{listed:016x}  {path}\n"));
    }
    fs::write(&manifest, text).unwrap();
    let error = plan(folder.path(), &["x.qmd"]).apply().unwrap_err();
    assert!(
        matches!(&error, Error::Edited(files) if *files == [own.clone()]),
        "{error}"
    );
    assert!(own.exists() && page.exists() && far.exists());
}

#[test]
fn a_merged_manifest_still_serves() {
    let folder = tempfile::tempdir().unwrap();
    saying("ours", folder.path(), &["x.qmd", "old.qmd"])
        .apply()
        .unwrap();
    let manifest = folder.path().join(Territory::Includes.manifest());
    let ours = fs::read_to_string(&manifest).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    saying("theirs", elsewhere.path(), &["x.qmd"])
        .apply()
        .unwrap();
    let theirs = fs::read_to_string(elsewhere.path().join(Territory::Includes.manifest())).unwrap();
    let merged = format!("<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n");
    fs::write(&manifest, merged).unwrap();
    // The merge took their text for one file and ours for the rest.
    fs::copy(
        elsewhere.path().join("_generated/x.qmd"),
        folder.path().join("_generated/x.qmd"),
    )
    .unwrap();
    let merged = saying("both", folder.path(), &["x.qmd"]);
    assert_eq!(merged.apply().unwrap().removed.len(), 1);
    assert!(merged.compare().unwrap().is_empty());
}

#[test]
fn other_line_ends_are_no_edit() {
    let folder = tempfile::tempdir().unwrap();
    plan(folder.path(), &["x.qmd"]).apply().unwrap();
    for file in files(folder.path()) {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    }
    assert!(
        plan(folder.path(), &["x.qmd"])
            .compare()
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        saying("c", folder.path(), &["x.qmd"])
            .apply()
            .unwrap()
            .written
            .len(),
        3
    );
}

#[test]
fn an_authors_file_is_never_overwritten() {
    for file in [
        "_variables.yml",
        "_generated/x.qmd",
        "_generated/_manifest.txt",
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("_generated")).unwrap();
        fs::write(folder.path().join(file), "own: 1\n").unwrap();
        let error = plan(folder.path(), &["x.qmd"]).apply().unwrap_err();
        assert!(matches!(error, Error::NotOurs(_)), "{error}");
        assert_eq!(files(folder.path()), [file]);
    }
}

#[test]
fn nothing_is_written_where_a_folder_cannot_be() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("_generated"), "a file").unwrap();
    let error = plan(folder.path(), &["a/x.qmd"]).apply().unwrap_err();
    assert!(matches!(error, Error::NotAFolder(_)), "{error}");
    assert_eq!(files(folder.path()), ["_generated"]);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    for link in [
        "_generated",
        "_generated/a",
        "_generated/.drafts",
        ".mlsysim.lock",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let link = folder.path().join(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(elsewhere.path(), &link).unwrap();
        let plan = plan(folder.path(), &["a/x.qmd"]);
        assert!(plan.apply().is_err(), "{}", link.display());
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
        assert!(!folder.path().join("_variables.yml").exists());
    }
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "../x.qmd",
        "a/../../x.qmd",
        "/x.qmd",
        "a\\x.qmd",
        "aux.qmd",
        "x.txt",
    ] {
        let error =
            Plan::new(folder.path(), Territory::Includes).add_include(name, String::new(), "it");
        assert!(matches!(error, Err(Error::Name { .. })), "{name}");
    }
}

#[test]
fn names_that_differ_in_case_only_collide() {
    let folder = tempfile::tempdir().unwrap();
    let mut plan = plan(folder.path(), &["x.qmd"]);
    let error = plan.add_include("X.qmd", String::new(), "X").unwrap_err();
    assert!(matches!(error, Error::Collision { .. }), "{error}");
}

#[test]
fn a_name_may_change_its_case() {
    let folder = tempfile::tempdir().unwrap();
    plan(folder.path(), &["X.qmd"]).apply().unwrap();
    let renamed = plan(folder.path(), &["x.qmd"]);
    assert_eq!(renamed.apply().unwrap().removed.len(), 1);
    assert!(renamed.compare().unwrap().is_empty());
    let left = [
        "_generated/_manifest.txt",
        "_generated/x.qmd",
        "_variables.yml",
    ];
    assert_eq!(files(folder.path()), left);
}

#[test]
fn what_a_dead_run_left_goes_and_what_an_author_put_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = folder.path().join("_generated/.drafts");
    fs::create_dir_all(&drafts).unwrap();
    fs::write(drafts.join("0"), "half a fi").unwrap();
    fs::write(drafts.join("7"), "le").unwrap();
    fs::write(drafts.join("note"), "mine").unwrap();
    fs::write(folder.path().join(".mlsysim.lock"), "").unwrap();
    plan(folder.path(), &["x.qmd"]).apply().unwrap();
    let note = "_generated/.drafts/note";
    let left = [
        note,
        "_generated/_manifest.txt",
        "_generated/x.qmd",
        "_variables.yml",
    ];
    assert_eq!(files(folder.path()), left);
}

/// What a second process does, when the tests below start it: it writes for ever.
#[test]
fn another_process() {
    let Some(folder) = env::var_os("MLSYSIM_TEST_FOLDER").map(PathBuf::from) else {
        return;
    };
    let text = env::var("MLSYSIM_TEST_TEXT").unwrap();
    let names: Vec<String> = (0..40)
        .map(|number| format!("{text}/{number}.qmd"))
        .collect();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.push("common.qmd");
    for round in 0.. {
        saying(&format!("{text}{round}"), &folder, &names)
            .apply()
            .unwrap();
    }
}

fn start(folder: &Path, text: &str) -> Child {
    Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "book::output::tests::another_process",
            "--nocapture",
        ])
        .env("MLSYSIM_TEST_FOLDER", folder)
        .env("MLSYSIM_TEST_TEXT", text)
        .spawn()
        .unwrap()
}

#[test]
fn two_runs_at_once_and_runs_that_are_killed_leave_a_whole_book() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..12 {
        let mut runs = ["a", "b"].map(|text| start(folder.path(), text));
        thread::sleep(Duration::from_millis(60 + 17 * round));
        for run in &mut runs {
            assert!(run.try_wait().unwrap().is_none(), "a run failed");
            run.kill().unwrap();
            run.wait().unwrap();
        }
        let after = plan(folder.path(), &["common.qmd"]);
        after.apply().unwrap();
        assert!(after.compare().unwrap().is_empty());
        let left = [
            "_generated/_manifest.txt",
            "_generated/common.qmd",
            "_variables.yml",
        ];
        assert_eq!(files(folder.path()), left, "round {round}");
    }
}

#[test]
fn runs_in_one_process_wait_for_each_other() {
    let folder = tempfile::tempdir().unwrap();
    thread::scope(|scope| {
        for text in ["a", "b", "c"] {
            let folder = folder.path();
            scope.spawn(move || {
                for round in 0..20 {
                    let name = format!("{text}.qmd");
                    let plan = saying(&format!("{text}{round}"), folder, &["x.qmd", &name]);
                    plan.apply().unwrap();
                }
            });
        }
    });
    assert!(!folder.path().join(".mlsysim.lock").exists());
    let left = files(folder.path());
    // That of the run that came last, and what all of them write.
    assert_eq!(left.len(), 4, "{left:?}");
}
