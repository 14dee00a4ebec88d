//! Checking what programmes are asked alike.

use super::Check;
use crate::model::comparison::{Answer, Question};
use crate::model::record::{self, Record};
use std::rc::Rc;

impl Check {
    /// The names of the programmes.
    pub fn programmes(&mut self, record: &Record) -> Vec<Rc<str>> {
        let mut names = Vec::new();
        for programme in self.all("programmes", &record.programmes) {
            self.enter("programmes", &programme.id);
            names.push(self.text("name", &programme.name));
        }
        names
    }

    /// What they are asked.
    pub fn questions(&mut self, record: &Record) -> Vec<Question> {
        let mut questions = Vec::new();
        for question in self.all("comparison", &record.comparison) {
            self.enter("comparison", &question.id);
            questions.push(self.question(question, &record.programmes));
        }
        questions
    }

    fn question(&mut self, asked: &record::Question, programmes: &[record::Programme]) -> Question {
        let all = self.each("answers", &asked.answers);
        for answer in all {
            if !programmes.iter().any(|programme| programme.id == answer.programme) {
                self.problem("programme", &answer.programme, "there is no such programme");
            }
        }
        let mut answers = Vec::new();
        for programme in programmes {
            let mut of = all.iter().filter(|answer| answer.programme == programme.id);
            match (of.next(), of.next()) {
                (Some(answer), None) => answers.push(self.answer(answer)),
                _ => self.problem("answers", &programme.id, "each programme is answered for once"),
            }
        }
        let (id, question) = (asked.id.as_str().into(), self.text("question", &asked.question));
        Question { id, question, answers }
    }

    fn answer(&mut self, answer: &record::Answer) -> Option<Answer> {
        let field = &*answer.programme;
        if answer.unstated {
            let said = record::Answer { unstated: true, programme: field.into(), ..Default::default() };
            if *answer != said {
                self.problem(field, "", "an answer that nothing read gives says nothing else");
            }
            return None;
        }
        let grounds = self.refs(field, &answer.grounds);
        if grounds.is_empty() {
            self.problem(field, "", "something in the record has to carry an answer");
        }
        Some(Answer {
            text: self.text(field, answer.text.as_deref().unwrap_or_default()),
            since: self.stated(field, answer.since.as_deref().unwrap_or_default()),
            grounds,
            sources: self.cited(field, &answer.sources),
            confidence: self.confidence(answer.confidence.as_deref().unwrap_or_default()),
        })
    }
}
