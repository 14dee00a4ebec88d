//! The words of the story, in English.

use super::StoryText;
use super::en::TEXT;
use super::en_grammar::{list, number};
use crate::model::item::Group;
use crate::model::when::When;

pub(super) static STORY: StoryText = StoryText {
    name: |chapters| format!("The story in {} chapters", number(chapters)),
    written: |day| format!("These chapters are written for {}.", (TEXT.when)(day)),
    what: "What it is",
    who: "Who is in",
    flies: "What flies",
    when: "When",
    disputed: "What is disputed",
    next: "What to watch next",
    mark: |number, grade, what| match grade {
        Some(grade) => format!("Source {number}, {grade} confidence: {what}"),
        None => format!("Source {number}: {what}"),
    },
    counted: "our count",
    counted_here: "This is our own count over the record, of what stands on this page:",
    counted_link: "what was counted.",
    in_sources: "In the list of sources",
    in_by_paper: |states, founders| {
        let states = if states == 1 {
            "one state is in".to_string()
        } else {
            format!("{} states are in", number(states))
        };
        match founders {
            [] => format!("By a dated paper of their own, {states}."),
            founders => {
                format!("By a dated paper of their own, {states}, {} among them.", list(founders, "and"))
            }
        }
    },
    others: |numbers, of| {
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let numbers = list(&numbers, "or");
        match of {
            [_] => format!("Counts give {numbers}."),
            of => format!("Counts give {numbers}, for they are of different things: {}.", list(of, "or")),
        }
    },
    unnamed: |who, number, of, when| {
        format!("The highest, {number} {of}, was given by {who}, on {}, without names.", (TEXT.when)(when))
    },
    listed: |names| match names {
        [name] => format!("The listing of {name} is disputed."),
        names if names.len() > 4 => {
            format!("The listing of {} participants is disputed.", number(names.len()))
        }
        names => format!("The listing of {} is disputed.", list(names, "and")),
    },
    joined: "Joined, by the day of the paper",
    counts: "Who counts how many",
    bricks: ["named", "not named"],
    flown: |phases, all, flown| {
        let phases = if phases == 1 {
            "one phase names".to_string()
        } else {
            format!("{} phases name", number(phases))
        };
        let missions = if all == 1 { "one mission".to_string() } else { format!("{} missions", number(all)) };
        let flown = match flown {
            0 => "none has flown".to_string(),
            1 => "one has flown".to_string(),
            flown => format!("{} have flown", number(flown)),
        };
        format!("The treaty’s {phases} {missions}; {flown}.")
    },
    first_phase: |span| format!("The first phase was set for {}.", (TEXT.when)(span)),
    lanes: "Flights by programme, flown and promised",
    several: |first, last| format!("{first} to {last}"),
    whose: |group| match group {
        Group::China => "China",
        Group::Russia => "Russia",
        Group::Artemis => "Artemis",
        Group::Ilrs => "joint",
        _ => "",
    },
    crews: "Crews",
    stands: ["flown", "promised", "no date of its own", "first landing of a crew", "flown and lost"],
    first: |label, when, year| format!("“{label}” was first set for {}, in {year};", (TEXT.when)(when)),
    newest: |times, when| {
        format!("the newest of {} statements gives “{}”.", number(times), (TEXT.when)(when))
    },
    questions: |all, read| match (all, read) {
        (1, 0) => "Sources disagree on one question, kept with its positions.".to_string(),
        (1, _) => "Sources disagree on one question, kept with its positions and our reading.".to_string(),
        (all, read) => {
            let reading = match read {
                0 => ".".to_string(),
                read if read == all => ", and with our reading.".to_string(),
                read => format!(
                    ". Our reading stands with {} of them, where there is ground for one.",
                    number(read)
                ),
            };
            format!(
                "Sources disagree on {} questions. Each is kept with its positions, who holds them and since when{reading}",
                number(all)
            )
        }
    },
    newest_position: |when| {
        format!("The newest of the positions shown here became known on {}.", (TEXT.when)(when))
    },
    all_questions: |all| if all == 1 { "The question".to_string() } else { format!("All {all} questions") },
    next_date: |label, when| {
        format!("The next date on record, “{}”, is that for “{label}”.", (TEXT.when)(when))
    },
    last_change: |label, stated, before, after| {
        let date = |when: Option<&When>| {
            when.map_or("no date".to_string(), |when| format!("“{}”", (TEXT.when)(when)))
        };
        format!(
            "The newest statement that changed a date, of {}, is on “{label}”: from {} to {}.",
            (TEXT.when)(stated),
            date(before),
            date(after)
        )
    },
    ahead: "Next on record",
    changes: "What last moved",
    next_rule: "A date is that of the newest statement that is not weak; where there is none, or it took the date back, of \
                the newest weak one. What moved is every date that differs from the one before it, weak ones only where \
                there are no others.",
    no_date: "no date",
};
