//! `Element`: static markup as a tree, written with every text and value escaped. The pictures that are laid out when the
//! site is built are made of it, so that no name of a record can break one.

use super::share::escape;
use std::fmt;

/// An element of SVG or HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    nodes: Vec<Node>,
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Another one.
    Element(Element),
    /// Words.
    Text(String),
}

/// The elements that HTML and SVG let end in their own tag.
const EMPTY: [&str; 5] = ["path", "circle", "line", "rect", "input"];

impl Element {
    /// One without attributes and empty.
    pub fn new(tag: &'static str) -> Element {
        Element { tag, attributes: Vec::new(), nodes: Vec::new() }
    }

    /// With one attribute more.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Element {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// The same, if there is a value.
    pub fn with_any(self, name: &'static str, value: Option<impl ToString>) -> Element {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With one node more at its end.
    pub fn holding(mut self, node: impl Into<Node>) -> Element {
        self.nodes.push(node.into());
        self
    }

    /// With more nodes at its end.
    pub fn holding_all(mut self, nodes: impl IntoIterator<Item = Element>) -> Element {
        self.nodes.extend(nodes.into_iter().map(Node::Element));
        self
    }

    /// How many elements it is, itself included.
    pub fn count(&self) -> usize {
        let inner = self.nodes.iter().map(|node| match node {
            Node::Element(element) => element.count(),
            Node::Text(_) => 0,
        });
        1 + inner.sum::<usize>()
    }
}

/// A `path` of a class; none where there is nothing to draw.
pub fn path(class: &str, d: &str) -> Option<Element> {
    (!d.is_empty()).then(|| Element::new("path").with("class", class).with("d", d))
}

/// Words at a place in half units.
pub fn words(class: &str, (x, y): (i32, i32), text: &str) -> Element {
    let class = (!class.is_empty()).then_some(class);
    Element::new("text").with_any("class", class).with("x", x).with("y", y).holding(text)
}

/// A length in half units, as a whole number: a drawing stands in a group that is scaled by a half.
pub fn half(length: f64) -> i32 {
    (length * 2.0).round() as i32
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Node {
        Node::Text(text.to_string())
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "<{}", self.tag)?;
        for (name, value) in &self.attributes {
            if value.is_empty() { write!(f, " {name}")? } else { write!(f, " {name}=\"{}\"", escape(value))? }
        }
        if self.nodes.is_empty() && EMPTY.contains(&self.tag) {
            return f.write_str("/>");
        }
        f.write_str(">")?;
        self.nodes.iter().try_for_each(|node| match node {
            Node::Element(element) => element.fmt(f),
            Node::Text(text) => f.write_str(&escape(text)),
        })?;
        write!(f, "</{}>", self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn nothing_written_is_markup() {
        let element = Element::new("a").with("href", "x\" onclick=\"y").with("hidden", "");
        let element = element.holding("<b>&amp;</b>").holding(Element::new("path").with("d", "M0 0"));
        assert_eq!(
            element.to_string(),
            "<a href=\"x&quot; onclick=&quot;y\" hidden>&lt;b&gt;&amp;amp;&lt;/b&gt;<path d=\"M0 0\"/></a>"
        );
        assert_eq!(element.count(), 2);
    }
}
