//! A layer's logo: a PNG file of a sensible size, read into pixels.

use std::{io::Cursor, sync::Arc};

/// The most pixels in a row and in a column.
pub const LARGEST: u32 = 1024;
/// The fewest.
const SMALLEST: u32 = 16;

/// A picture, and what it is in words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Logo {
    /// The words for those who can't see it.
    pub alt: String,
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Red, green, blue and opacity of each pixel, row by row.
    pub rgba: Arc<[u8]>,
    /// The file's bytes.
    pub png: Arc<[u8]>,
}

impl Logo {
    /// Reads the picture, or says what is wrong with it.
    pub(super) fn read(png: &[u8], alt: String) -> Result<Self, String> {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().map_err(|_error| "is no PNG picture".to_owned())?;
        let (width, height) = reader.info().size();
        if width.max(height) > LARGEST || width.min(height) < SMALLEST {
            return Err(format!("has {width} × {height} pixels; {SMALLEST} to {LARGEST} each way are wanted"));
        }
        let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let frame = reader.next_frame(&mut pixels).map_err(|_error| "is a damaged PNG picture".to_owned())?;
        pixels.truncate(frame.buffer_size());
        let rgba = match frame.color_type {
            png::ColorType::GrayscaleAlpha => {
                pixels.as_chunks().0.iter().flat_map(|[grey, alpha]| [*grey, *grey, *grey, *alpha]).collect()
            }
            _ => Arc::from(pixels),
        };
        let [width, height] = [width, height].map(|side| usize::try_from(side).unwrap_or_default());
        if rgba.len() != width * height * 4 {
            return Err("is a PNG picture of a kind that is not read".to_owned());
        }
        Ok(Self { alt, width, height, rgba, png: png.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, colour: png::ColorType) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(colour);
        let row = usize::try_from(width).unwrap() * colour.samples();
        encoder.write_header().unwrap().write_image_data(&vec![7; row * usize::try_from(height).unwrap()]).unwrap();
        bytes
    }

    #[test]
    fn every_kind_of_pixel_becomes_four_bytes() {
        for (colour, expected) in [
            (png::ColorType::Grayscale, [7, 7, 7, 255]),
            (png::ColorType::GrayscaleAlpha, [7, 7, 7, 7]),
            (png::ColorType::Rgb, [7, 7, 7, 255]),
            (png::ColorType::Rgba, [7, 7, 7, 7]),
        ] {
            let logo = Logo::read(&png(20, 16, colour), "A seven".to_owned()).unwrap();
            assert_eq!((logo.width, logo.height, logo.rgba.len()), (20, 16, 20 * 16 * 4), "{colour:?}");
            assert_eq!(logo.rgba[..4], expected, "{colour:?}");
        }
    }

    #[test]
    fn other_files_and_sizes_are_refused() {
        let read = |bytes: &[u8]| Logo::read(bytes, String::new()).unwrap_err();
        let good = png(20, 20, png::ColorType::Rgba);
        assert_eq!(read(b"GIF89a"), "is no PNG picture");
        assert_eq!(read(&[]), "is no PNG picture");
        assert_eq!(read(&good[..good.len() - 30]), "is a damaged PNG picture");
        assert!(read(&png(15, 20, png::ColorType::Rgb)).starts_with("has 15 × 20 pixels"));
        assert!(read(&png(20, 1025, png::ColorType::Rgb)).starts_with("has 20 × 1025 pixels"));
    }
}
