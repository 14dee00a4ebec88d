//! What is read of a PO file and what is refused, and that gettext's own tools agree.

use super::{WHAT, entry, file, told};
use crate::support::{cases, root};
use ilrs_explainer::site::po::Target;
use ilrs_explainer::site::po::entry::{Entry, Po};
use ilrs_explainer::site::po::reader::read;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

const HEADER: &str = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nLanguage: zh\\n\"\n\n";

/// A file as it was before it was written: it does not know its lines.
fn without_lines(mut po: Po) -> Po {
    po.header.line = 0;
    po.entries.iter_mut().chain(&mut po.obsolete).for_each(|entry| entry.line = 0);
    po
}

/// What one of gettext's tools makes of a file: its output, or what it says.
fn gettext(tool: &str, options: &[&str], po: &str) -> Result<String, String> {
    let mut command = Command::new(tool);
    command.args(options).arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{tool}, of Debian's gettext: {error}"));
    let mut stdin = child.stdin.take().expect("it was asked for");
    let input = po.as_bytes().to_vec();
    let writing = std::thread::spawn(move || stdin.write_all(&input)); // it may refuse before it has read everything
    let output = child.wait_with_output().expect("it ends");
    let _ = writing.join();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() && said.is_empty() {
        Ok(String::from_utf8(output.stdout).expect("it is UTF-8"))
    } else {
        Err(said)
    }
}

#[test]
fn each_fault_says_file_line_and_reason() {
    let entries: [(&str, &str); 28] = [
        ("#| msgctxt \"a\"\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n", "line 5: the entry has no #| msgid"),
        ("msgctxt \"a\"\nmsgid \"b\nmsgstr \"\"\n", "line 5: the string has no closing quotation mark"),
        ("msgctxt \"a\"\nmsgid \"\nmsgstr \"\"\n", "line 5: the string has no closing quotation mark"),
        ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n\"\n", "line 7: the string has no closing quotation mark"),
        ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\\\"\n", "line 6: the string has no closing quotation mark"),
        ("msgctxt \"a\"\nmsgid \"b\" c\nmsgstr \"\"\n", "line 5: “c” follows the closing quotation mark"),
        ("msgctxt \"a\"\nmsgid \"b\" \"c\"\nmsgstr \"\"\n", "line 5: “\"c\"” follows the closing"),
        ("msgctxt \"a\"\nmsgid b\nmsgstr \"\"\n", "line 5: a string in quotation marks follows msgid"),
        ("\"lost\"\n", "line 4: a string follows msgctxt, msgid or msgstr"),
        (
            "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n\n\"lost\"\n",
            "line 8: a string follows msgctxt, msgid or msgstr",
        ),
        ("msgtext \"a\"\n", "line 4: “msgtext” is not msgctxt, msgid or msgstr"),
        (
            "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\\q\"\n",
            "line 6: a backslash stands before \\, \", n, r or t, not “q”",
        ),
        ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\\\n", "line 6: a backslash stands before \\, \", n, r or t"),
        ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\u{7}\"\n", "line 6: a text has no control character U+0007"),
        ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\rd\"\n", "line 6: a text has no control character U+000D"),
        (
            "msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"c\"\nmsgstr[0] \"\"\n",
            "line 6: the texts of a record have no plural",
        ),
        (
            "msgctxt \"a\"\nmsgid \"b\"\nmsgstr[0] \"\"\n",
            "line 6: the texts of a record have no plural forms",
        ),
        ("msgctxt \"a\"\nmsgid \"b\"\nmsgid \"c\"\nmsgstr \"\"\n", "line 6: msgid stands once, in the order"),
        ("msgid \"b\"\nmsgctxt \"a\"\nmsgstr \"\"\n", "line 5: msgctxt stands once, in the order"),
        (
            "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\nmsgstr \"\"\n",
            "line 7: msgstr stands once, in the order",
        ),
        ("msgctxt \"a\"\nmsgstr \"\"\n", "line 5: the entry has no msgid"),
        ("msgctxt \"a\"\n", "line 4: the entry has no msgid"),
        ("# b\nmsgctxt \"a\"\nmsgid \"b\"\n", "line 5: the entry has no msgstr"),
        (
            "msgctxt \"a\"\nmsgid \"\"\nmsgstr \"b\"\n",
            "line 4: there is nothing to translate: the msgid is empty",
        ),
        (
            "#~ msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n",
            "line 5: of an entry every line is obsolete (#~) or none is",
        ),
        ("# alone\n", "line 4: no entry follows this comment"),
        (
            "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n",
            "line 8: this text stands on line 4 too",
        ),
        ("msgid \"\"\nmsgstr \"\"\n", "line 4: this text stands on line 1 too"),
    ];
    let whole: [(&[u8], &str); 9] = [
        (b"", "line 1: the first entry is about the file: its msgid is empty"),
        (b"msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n", "line 1: the first entry is about the file"),
        (b"msgid \"\"\nmsgstr \"Language: zh\\n\"\n", "line 1: the header has no Content-Type"),
        (
            b"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n",
            "line 1: the header has no Language",
        ),
        (
            b"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=GB18030\\nLanguage: zh\\n\"\n",
            "line 1: the charset is UTF-8 (found “GB18030”)",
        ),
        (
            b"msgid \"\"\nmsgstr \"Content-Type: text/plain\\nLanguage: zh\\n\"\n",
            "line 1: the charset is UTF-8 (found “”)",
        ),
        (
            b"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=utf-8\\nLanguage: ru\\n\"\n",
            "line 1: the language of this file is zh (found “ru”)",
        ),
        (b"\xef\xbb\xbfmsgid \"\"\nmsgstr \"\"\n", "line 1: the file begins with a byte-order mark"),
        (b"msgid \"\"\nmsgstr \"\xd4\xc2\"\n", "line 2: these bytes are no UTF-8"),
    ];
    let entries = entries.iter().map(|(text, is)| (format!("{HEADER}{text}").into_bytes(), is));
    for (bytes, is) in entries.chain(whole.iter().map(|(bytes, is)| (bytes.to_vec(), is))) {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let found = told(&read(&bytes, Target::Zh).expect_err(&shown));
        assert!(found.len() == 1 && found[0].starts_with(&format!("po/zh.po: {is}")), "{shown}\n{found:#?}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let broken = "msgctxt \"a\"\nmsgid \"b\nmsgstr \"\"\n\nmsgctxt \"a\"\nmsgid \"c\"\nmsgstr \"\\q\"\nmsgtext \"\"\n\n";
    let fine = "msgctxt \"a\"\nmsgid \"d\"\nmsgstr \"e\"\n\n";
    let found =
        read(format!("{HEADER}{broken}{fine}{broken}").as_bytes(), Target::Zh).expect_err("it is broken");
    let lines: Vec<usize> = found.iter().map(|wrong| wrong.line).collect();
    assert_eq!(lines, [5, 10, 18, 23], "{found:#?}");
}

#[test]
fn what_translators_tools_write_is_read() {
    let po = "# Ours.\n#\n#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=utf-8\\n\"\n\
        \"Language: zh\\n\"\n\"Plural-Forms: nplurals=1; plural=0;\\n\"\n\n\
        #  checked with Wang\n#. Probe: 探测器\n#: missions/probe.toml phases.toml\n#: counts.toml\n\
        #,fuzzy, no-wrap\n#| msgctxt \"mission/old claim what\"\n#| msgid \"\"\n#| \"It \"\n#| \"flies.\"\n\
        msgctxt \"mission/probe claim what\"\nmsgid \"\"\n\"It is \"\n\"to \\\"fly\\\".\"\n  msgstr\t\"飞\"  \n\
        msgctxt \"next\"\nmsgid \"to it\"\nmsgstr \"\"\n\n\
        # gone\n#, fuzzy\n#~| msgid \"was\"\n#~ msgctxt \"mission/old claim what\"\n#~ msgid \"It \"\n#~ \"was.\"\n#~ msgstr \"\"\n";
    let crlf = po.replace('\n', "\r\n");
    for po in [po, &crlf, po.trim_end()] {
        let read = read(po.as_bytes(), Target::Zh).unwrap_or_else(|wrong| panic!("{:#?}", told(&wrong)));
        assert_eq!(read.header.comments, ["Ours.", ""]);
        let expected = Entry {
            line: 19,
            comments: vec![" checked with Wang".into()],
            notes: vec!["Probe: 探测器".into()],
            files: vec!["missions/probe.toml".into(), "phases.toml".into(), "counts.toml".into()],
            flags: vec!["fuzzy".into(), "no-wrap".into()],
            old_context: Some("mission/old claim what".into()),
            old_english: Some("It flies.".into()),
            ..entry(WHAT, "It is to \"fly\".", "飞")
        };
        assert_eq!(read.entries, [expected, Entry { line: 24, ..entry("next", "to it", "") }]);
        let gone = Entry {
            line: 31,
            comments: vec!["gone".into()],
            flags: vec!["fuzzy".into()],
            old_english: Some("was".into()),
            ..entry("mission/old claim what", "It was.", "")
        };
        assert_eq!(read.obsolete, [gone]);
    }
}

/// A string as it may stand in a file, of one line or of more.
fn written() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        Just('\n'),
        Just('\t'),
        Just('\r'),
        Just('\\'),
        Just('"'),
        Just('#'),
        Just(' '),
        Just('~'),
        any::<char>().prop_filter("no text has control characters", |sign| !sign.is_control()),
    ];
    proptest::collection::vec(sign, 1..12).prop_map(String::from_iter)
}

/// A comment of one line.
fn comments() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[ .:,~|#\"月a-c]{0,6}[月a-c.:,~|]", 0..3)
}

fn entries() -> impl Strategy<Value = Entry> {
    let names = |most| proptest::collection::vec("[a-z]{1,30}/[a-z]{1,30}\\.toml", 0..most);
    let old = || proptest::option::of(written());
    let around = (comments(), comments(), names(5), proptest::collection::vec("[a-z]{2,8}", 0..3));
    let strings = (old(), old(), written(), written(), proptest::option::of(written()));
    (around, strings).prop_map(
        |((comments, notes, files, flags), (old_context, old_english, context, english, translation))| {
            let (context, translation) = (Some(context), translation.unwrap_or_default());
            let old_context = old_context.filter(|_| old_english.is_some());
            Entry {
                line: 0,
                comments,
                notes,
                files,
                flags,
                old_context,
                old_english,
                context,
                english,
                translation,
            }
        },
    )
}

fn files() -> impl Strategy<Value = Po> {
    let list = || proptest::collection::vec(entries(), 0..5);
    (list(), list()).prop_map(|(mut entries, obsolete)| {
        let mut seen = BTreeSet::new();
        entries.retain(|entry| seen.insert((entry.context.clone(), entry.english.clone())));
        Po { obsolete, ..file(&entries) }
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn what_is_written_is_read_again(po in files()) {
        let written = po.written();
        let read = read(written.as_bytes(), Target::Zh);
        prop_assert_eq!(read.map(without_lines).map_err(|wrong| told(&wrong)), Ok(po), "{}", written);
    }

    #[test]
    fn any_text_is_read_or_refused(lines in proptest::collection::vec("(#[~|,.:]{0,2} ?)?(msg(ctxt|id|str) ?)?[\"\\\\an ]{0,6}", 0..12)) {
        let text = lines.join("\n");
        for text in [text.clone(), format!("{HEADER}{text}")] {
            if let Ok(po) = read(text.as_bytes(), Target::Zh) {
                let again = read(po.written().as_bytes(), Target::Zh).map(without_lines);
                prop_assert_eq!(again.map_err(|wrong| told(&wrong)), Ok(without_lines(po)));
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        prop_assert!(read(&bytes, Target::Zh).is_err(), "there is no header in it");
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn gettext_reads_what_is_written(po in files()) {
        // A text that ends a line has a translation that does, which `--check` wants of programs.
        let mut po = po;
        po.entries.iter_mut().for_each(|entry| entry.translation = entry.english.clone());
        prop_assert_eq!(gettext("msgfmt", &["-o", "/dev/null"], &po.written()), Ok(String::new()), "{}", po.written());
    }
}

#[test]
fn the_files_are_as_gettext_has_them() {
    for into in Target::ALL {
        let path = root().join("src/data").join(into.file());
        let po = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(
            gettext("msgfmt", &["--check", "-o", "/dev/null"], &po),
            Ok(String::new()),
            "{}",
            path.display()
        );
        let read = read(po.as_bytes(), into).unwrap_or_else(|wrong| panic!("{:#?}", told(&wrong)));
        let written = read.written();
        assert_eq!(gettext("msgcat", &["--no-wrap"], &written), Ok(written), "{}", path.display());
    }
}
