//! A picture in PNG, read and written. It is kept with few colours, as an indexed PNG: a page has few.

use crate::outcome::{Outcome, fault};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Pixels of red, green and blue, by lines.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<u8>,
}

/// Reads a PNG.
pub fn decoded(bytes: &[u8]) -> Outcome<Picture> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let size = reader.output_buffer_size().ok_or_else(|| fault("the picture is too large"))?;
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels)?;
    pixels.truncate(info.buffer_size());
    let pixels = match info.color_type {
        png::ColorType::Rgb => pixels,
        png::ColorType::Rgba => pixels.chunks_exact(4).flat_map(|pixel| pixel[..3].to_vec()).collect(),
        other => return Err(fault(format!("the picture is {other:?}, not in colour"))),
    };
    Ok(Picture { width: info.width, height: info.height, pixels })
}

/// Writes a PNG with at most 256 colours: those that cover most, and the nearest of them for the rest.
pub fn encoded(picture: &Picture) -> Outcome<Vec<u8>> {
    let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for pixel in colours(picture) {
        *counts.entry(pixel).or_default() += 1;
    }
    let mut common: Vec<([u8; 3], usize)> = counts.iter().map(|(colour, count)| (*colour, *count)).collect();
    common.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let palette: Vec<[u8; 3]> = common.iter().take(256).map(|(colour, _)| *colour).collect();
    let nearest = |colour: &[u8; 3]| {
        let apart = |other: &[u8; 3]| {
            colour.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum::<u32>()
        };
        palette.iter().zip(0..=255).min_by_key(|(other, _)| apart(other)).map_or(0, |(_, place)| place)
    };
    let places: BTreeMap<[u8; 3], u8> = counts.keys().map(|colour| (*colour, nearest(colour))).collect();
    let indexed: Vec<u8> = colours(picture).map(|colour| places[&colour]).collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, picture.width, picture.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.write_header()?.write_image_data(&indexed)?;
    Ok(out)
}

fn colours(picture: &Picture) -> impl Iterator<Item = [u8; 3]> {
    picture.pixels.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]])
}
