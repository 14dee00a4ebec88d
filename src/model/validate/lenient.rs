//! Reading a [`Record`] from JSON that may hold anything: where something of another type stands, that is one problem
//! among others, with its place, and reading goes on as if nothing stood there. Strict reading would stop at the first.
//!
//! What is `null` is as good as missing, and what the record does not know is passed over: fields may be added.

use super::Check;
use crate::model::record::Record;
use serde::de::value::Error;
use serde::de::{DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Map, Value};
use std::slice::Iter;
use std::vec::IntoIter;

/// The record, as far as it is one; `check` is told what is not.
pub fn record(value: Value, check: &mut Check) -> Record {
    check.enter("record", "");
    let record = Record::deserialize(Lenient { value, field: "json", depth: Depth::Record, check });
    record.unwrap_or_else(|error| {
        check.problem("json", "", &error.to_string());
        Record::default()
    })
}

/// Where in a record a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Record,
    /// One of its lists, or a text beside them.
    Field,
    /// In one of its lists.
    Entry,
    /// A field of an entry, or of something in it.
    Inner,
    /// In a list within an entry.
    Element,
}

impl Depth {
    /// Where the fields of an object that stands here are.
    fn fields(self) -> Depth {
        if self == Depth::Record { Depth::Field } else { Depth::Inner }
    }

    /// Where the entries of a list that stands here are.
    fn entries(self) -> Depth {
        if self == Depth::Field { Depth::Entry } else { Depth::Element }
    }
}

/// A value that becomes what is asked for, or nothing with a problem.
struct Lenient<'c> {
    value: Value,
    /// The field in which it stands.
    field: &'static str,
    depth: Depth,
    check: &'c mut Check,
}

impl Lenient<'_> {
    fn misfit(&mut self, wanted: &str) {
        let whose = if matches!(self.depth, Depth::Entry | Depth::Element) { "each" } else { "it" };
        self.check.problem(self.field, "", &format!("{whose} has to be {wanted}"));
    }

    /// Whether nothing stands here; in a list that is something.
    fn missing(&self) -> bool {
        self.value.is_null() && !matches!(self.depth, Depth::Entry | Depth::Element)
    }
}

impl<'de> Deserializer<'de> for Lenient<'_> {
    type Error = Error;

    fn deserialize_string<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        if let Value::String(text) = self.value {
            return visitor.visit_string(text);
        }
        if !self.missing() {
            self.misfit("a text");
        }
        visitor.visit_str("")
    }

    fn deserialize_u32<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        let number = self.value.as_u64().and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            self.misfit("a whole number from 0");
        }
        visitor.visit_u32(number.unwrap_or(0))
    }

    fn deserialize_i32<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        let number = self.value.as_i64().and_then(|number| i32::try_from(number).ok());
        if number.is_none() {
            self.misfit("a whole number");
        }
        visitor.visit_i32(number.unwrap_or(0))
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        if !self.value.is_boolean() && !self.missing() {
            self.misfit("true or false");
        }
        visitor.visit_bool(self.value == Value::Bool(true))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.missing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        let mut values = match self.value.take() {
            Value::Array(values) => values,
            Value::Null => Vec::new(),
            _ => {
                self.misfit("a list");
                Vec::new()
            }
        };
        values.truncate(self.check.at_most(self.field, values.len()));
        let (values, depth) = (values.into_iter(), self.depth.entries());
        visitor.visit_seq(List { values, field: self.field, depth, check: self.check })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let members = match self.value.take() {
            Value::Object(members) => members,
            _ => {
                self.misfit("an object");
                Map::new()
            }
        };
        if self.depth == Depth::Entry {
            self.check.enter(self.field, members.get("id").and_then(Value::as_str).unwrap_or(""));
        }
        let (fields, depth) = (fields.iter(), self.depth.fields());
        visitor.visit_seq(Object { members, fields, depth, check: self.check })
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("the record has a field of a type that nobody reads"))
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u8 u16 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct map enum identifier ignored_any
    }
}

/// The entries of a list.
struct List<'c> {
    values: IntoIter<Value>,
    field: &'static str,
    depth: Depth,
    check: &'c mut Check,
}

impl<'de> SeqAccess<'de> for List<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(value) = self.values.next() else { return Ok(None) };
        if self.depth == Depth::Entry {
            self.check.enter("record", ""); // until it is known to be an entry with an id
        }
        let (field, depth) = (self.field, self.depth);
        seed.deserialize(Lenient { value, field, depth, check: self.check }).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.values.len())
    }
}

/// The fields of an object that are asked for, in their order; `null` for those that are not there. serde takes a struct
/// from a list of its fields too, which costs the Wasm less than to find each by its name a second time.
struct Object<'c> {
    members: Map<String, Value>,
    fields: Iter<'static, &'static str>,
    depth: Depth,
    check: &'c mut Check,
}

impl<'de> SeqAccess<'de> for Object<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(field) = self.fields.next() else { return Ok(None) };
        if self.depth == Depth::Field {
            self.check.enter("record", ""); // the entries of the last list are behind us
        }
        let (value, depth) = (self.members.remove(*field).unwrap_or_default(), self.depth);
        seed.deserialize(Lenient { value, field, depth, check: self.check }).map(Some)
    }
}
