//! Colour as a screen shows it: OKLCH to sRGB, mixtures, and the contrast of two colours.
//!
//! Björn Ottosson, “A perceptual color space for image processing” (2020), for OKLab and its two matrices;
//! IEC 61966-2-1 for sRGB; WCAG 2.2 for relative luminance and contrast ratio.

/// A colour in OKLab: lightness 0 to 1, and two axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    l: f64,
    a: f64,
    b: f64,
}

impl Colour {
    /// `oklch(98.6% .004 95)`, or `#fbfaf8`.
    pub fn parse(text: &str) -> Option<Colour> {
        if let Some(digits) = text.trim().strip_prefix('#') {
            return Colour::of_digits(digits);
        }
        let inner = text.trim().strip_prefix("oklch(")?.strip_suffix(')')?;
        let mut parts = inner.split_whitespace();
        let lightness = parts.next()?.strip_suffix('%')?.parse::<f64>().ok()? / 100.0;
        let chroma = parts.next()?.parse::<f64>().ok()?;
        let hue = parts.next()?.parse::<f64>().ok()?.to_radians();
        let colour = Colour { l: lightness, a: chroma * hue.cos(), b: chroma * hue.sin() };
        parts.next().is_none().then_some(colour)
    }

    /// From red, green and blue in two or one hexadecimal digits each; Ottosson's matrices the other way.
    fn of_digits(digits: &str) -> Option<Colour> {
        let wide: String = if digits.len() == 3 {
            digits.chars().flat_map(|sign| [sign, sign]).collect()
        } else {
            digits.into()
        };
        let part = |at: usize| {
            let shown = f64::from(u8::from_str_radix(wide.get(at..at + 2)?, 16).ok()?) / 255.0;
            Some(if shown <= 0.04045 { shown / 12.92 } else { ((shown + 0.055) / 1.055).powf(2.4) })
        };
        let (red, green, blue) = (part(0)?, part(2)?, part(4)?);
        let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
        let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
        let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
        Some(Colour {
            l: 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            a: 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            b: 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
        })
    }

    /// `color-mix(in oklab, self share, other)`.
    pub fn mixed(self, share: f64, other: Colour) -> Colour {
        let mix = |a: f64, b: f64| a * share + b * (1.0 - share);
        Colour { l: mix(self.l, other.l), a: mix(self.a, other.a), b: mix(self.b, other.b) }
    }

    /// Whether sRGB has it, so that every screen shows what is written.
    pub fn shows(self) -> bool {
        self.linear().iter().all(|part| (-0.001..=1.001).contains(part))
    }

    /// WCAG's contrast ratio, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// WCAG's relative luminance, of the colour as a screen of eight bits shows it.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear().map(|part| {
            let shown = (encoded(part.clamp(0.0, 1.0)) * 255.0).round() / 255.0;
            if shown <= 0.04045 { shown / 12.92 } else { ((shown + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Red, green and blue before the gamma of sRGB; beyond 0 to 1 where sRGB lacks the colour.
    fn linear(self) -> [f64; 3] {
        let Colour { l, a, b } = self;
        let long = (l + 0.3963377774 * a + 0.2158037573 * b).powi(3);
        let middle = (l - 0.1055613458 * a - 0.0638541728 * b).powi(3);
        let short = (l - 0.0894841775 * a - 1.2914855480 * b).powi(3);
        [
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        ]
    }
}

fn encoded(linear: f64) -> f64 {
    if linear <= 0.0031308 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 }
}

#[test]
fn known_colours_have_their_known_contrast() {
    let colour = |text| Colour::parse(text).expect("a colour");
    let (white, black) = (colour("oklch(100% 0 0)"), colour("oklch(0% 0 0)"));
    assert!((white.contrast(black) - 21.0).abs() < 0.01);
    // sRGB red, #f00, in OKLCH: Ottosson's own example; its luminance is WCAG's 0.2126.
    let red = colour("oklch(62.796% .25768 29.234)");
    assert!((white.contrast(red) - 1.05 / (0.2126 + 0.05)).abs() < 0.01);
    // #777, the grey that just fails on white with 4.48.
    assert!((white.contrast(colour("oklch(56.93% 0 0)")) - 4.48).abs() < 0.03);
}
