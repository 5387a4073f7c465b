//! Compresses files once for every visitor to come: brotli and gzip beside each file.

use std::io::Write;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::write::GzEncoder;

use crate::Fallible;
use crate::bundle::Asset;
use crate::cache::{Cache, hash};
use crate::project::Project;

/// The rest (pictures, WOFF2) is compressed already.
const WORTH_IT: [&str; 7] = ["html", "css", "js", "wasm", "svg", "webmanifest", "ttf"];

/// Sixteen MiB: the largest window that every browser's brotli takes.
const BROTLI_WINDOW: i32 = 24;

/// A file and its compressed forms, where they are smaller.
pub struct Compressed {
    pub asset: Asset,
    pub brotli: Option<Vec<u8>>,
    pub gzip: Option<Vec<u8>>,
}

/// Compresses what is worth it; what has not changed comes from the cache.
pub fn compress_all(project: &Project, assets: Vec<Asset>, quick: bool) -> Fallible<Vec<Compressed>> {
    let cache = Cache::open(&project.cache_dir()?.join("compressed"))?;
    let quality = if quick { 5 } else { 11 };
    assets.into_iter().map(|asset| compress(&cache, asset, quality)).collect()
}

fn compress(cache: &Cache, asset: Asset, quality: i32) -> Fallible<Compressed> {
    if !is_worth_it(&asset.name) {
        return Ok(Compressed { asset, brotli: None, gzip: None });
    }
    let key = hash(&[&asset.bytes]);
    let (brotli, gzip) = thread::scope(|scope| {
        // At full quality the wasm takes a minute, and gzip can work meanwhile.
        let gzip = scope.spawn(|| cache.get_or_make(&format!("{key}.gz"), || gzip(&asset.bytes)));
        let brotli = cache.get_or_make(&format!("{key}.q{quality}.br"), || brotli(&asset.bytes, quality));
        (brotli, gzip.join())
    });
    let gzip = gzip.map_err(|_| "gzip panicked")??;
    let if_smaller = |bytes: Vec<u8>| (bytes.len() < asset.bytes.len()).then_some(bytes);
    Ok(Compressed { brotli: if_smaller(brotli?), gzip: if_smaller(gzip), asset })
}

fn is_worth_it(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| WORTH_IT.contains(&ending))
}

fn brotli(bytes: &[u8], quality: i32) -> Fallible<Vec<u8>> {
    let params = BrotliEncoderParams { quality, lgwin: BROTLI_WINDOW, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &params)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> Fallible<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back_the_same() -> Fallible<()> {
        let text = "a city whose floors rise as you learn\n".repeat(99);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(text.as_bytes(), 5)?, &mut back)?;
        assert_eq!(back, text.as_bytes());
        back.clear();
        flate2::read::GzDecoder::new(&*gzip(text.as_bytes())?).read_to_end(&mut back)?;
        assert_eq!(back, text.as_bytes());
        Ok(())
    }

    #[test]
    fn only_what_shrinks_is_compressed() {
        assert!(is_worth_it("laddertown-0a1b2c3d.wasm") && is_worth_it("manifest.webmanifest"));
        assert!(!is_worth_it("fonts/Fraunces-SemiBold.woff2") && !is_worth_it("fonts/OFL-Fraunces.txt"));
    }
}
