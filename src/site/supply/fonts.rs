//! The fonts that come with the page: cut down, under other names, from packages that `styles/fonts/subset.py` pins.

/// A font of ours and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// Its name on the page.
    pub name: &'static str,
    /// The package of npm.
    pub package: &'static str,
    /// The version of the package.
    pub version: &'static str,
    /// Where the package is developed.
    pub home: &'static str,
}

/// Every one.
pub const FONTS: [Font; 2] = [
    Font {
        name: "ILRS Serif",
        package: "source-serif",
        version: "4.5.1",
        home: "https://github.com/adobe-fonts/source-serif",
    },
    Font {
        name: "ILRS Sans",
        package: "source-sans",
        version: "3.52.0",
        home: "https://github.com/adobe-fonts/source-sans",
    },
];

/// Their licence.
pub const LICENCE: &str = "OFL-1.1";

/// Its text, with the notices of the authors, below the folder of the crate.
pub const TEXT: &str = "styles/fonts/OFL.txt";

impl Font {
    /// The address of the package (purl).
    pub fn reference(&self) -> String {
        format!("pkg:npm/{}@{}", self.package, self.version)
    }
}
