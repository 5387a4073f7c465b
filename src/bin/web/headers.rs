//! What the page may do, and how long a browser may keep each file.

/// The policy as the page itself states it, for hosts that send no headers. `wasm-unsafe-eval` is what compiling
/// wasm is called; nothing is evaluated from text.
pub const META_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; \
    base-uri 'none'; form-action 'none'";

/// The policy as the server sends it: only a header can say who may frame the page. The city that is made for frames
/// keeps nothing and knows nobody, so anyone may; what a player has built must not be clicked on unseen.
pub fn header_policy(query: &str) -> String {
    let may_frame = if query.split('&').any(|pair| pair == "embed=1") { "*" } else { "'none'" };
    format!("{META_POLICY}; frame-ancestors {may_frame}")
}

/// Sent with every file.
pub const FIXED: [(&str, &str); 3] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// A file named by its content never changes; the others are asked for again, which costs a few bytes.
pub fn cache_control(path: &str) -> &'static str {
    if is_named_by_content(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether this is one of the game's files, `laddertown-<8 hex>.wasm` or `.js`.
pub fn is_named_by_content(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let digits =
        name.strip_prefix("laddertown-").and_then(|rest| rest.strip_suffix(".wasm").or(rest.strip_suffix(".js")));
    digits.is_some_and(|digits| digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_made_from_content_are_kept_for_ever() {
        assert!(
            is_named_by_content("/laddertown-0a1b2c3d.wasm") && is_named_by_content("/town/laddertown-0a1b2c3d.js")
        );
        for path in ["/", "/index.html", "/boot.js", "/laddertown-today.wasm", "/laddertown-0a1b2c3d.html"] {
            assert!(!is_named_by_content(path), "{path}");
        }
    }

    #[test]
    fn only_the_city_for_frames_may_be_framed() {
        for query in ["embed=1", "pack=small&embed=1"] {
            assert!(header_policy(query).ends_with("frame-ancestors *"), "{query}");
        }
        for query in ["", "embed", "embed=0", "x=embed=1", "pack=small"] {
            assert!(header_policy(query).ends_with("frame-ancestors 'none'"), "{query}");
        }
    }

    #[test]
    fn no_script_or_style_is_taken_from_the_page_itself() {
        assert!(!META_POLICY.contains("unsafe-inline") && !META_POLICY.contains("'unsafe-eval'"));
        assert!(!META_POLICY.contains("frame-ancestors"), "a page cannot say this itself, and browsers complain");
    }
}
