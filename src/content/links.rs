//! Which addresses may be opened. The loader asks for every link, and the window asks again before it opens one.

use std::fmt;

/// The longest address, in characters.
const LONGEST: usize = 2_000;

/// Why an address may not be opened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum LinkFault {
    /// It has more than 2,000 characters.
    TooLong,
    /// It does not start with `https://`.
    NotHttps,
    /// It holds a character that has no business in a plain address.
    OddCharacter(char),
    /// A `%` is not followed by two hexadecimal digits.
    BrokenPercent,
    /// A name or a password stands before the host.
    UserInfo,
    /// The host is followed by a port.
    Port,
    /// The host is not on the list.
    UnknownHost(String),
    /// What follows `mailto:` is not one plain address.
    NoMailAddress,
}

impl fmt::Display for LinkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("the address is longer than 2,000 characters"),
            Self::NotHttps => f.write_str("the address does not start with https://"),
            Self::OddCharacter(' ') => f.write_str("the address holds a space"),
            Self::OddCharacter(c) => write!(f, "the address holds the character {}", c.escape_debug()),
            Self::BrokenPercent => f.write_str("a % in the address is not followed by two digits"),
            Self::UserInfo => f.write_str("the address holds a name or password before its host"),
            Self::Port => f.write_str("the address names a port"),
            Self::UnknownHost(host) => write!(f, "the host {host} is not one of the trusted hosts"),
            Self::NoMailAddress => f.write_str("what follows mailto: is not one plain mail address"),
        }
    }
}

/// May this address be opened? Only `https`, only a host that is on the list letter by letter, and only plain characters.
pub fn check_link(url: &str, trusted_hosts: &[String]) -> Result<(), LinkFault> {
    if url.len() > LONGEST {
        return Err(LinkFault::TooLong);
    }
    if let Some(odd) = url.chars().find(|c| !is_plain(*c)) {
        return Err(LinkFault::OddCharacter(odd));
    }
    let rest = url.strip_prefix("https://").ok_or(LinkFault::NotHttps)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(LinkFault::UserInfo);
    }
    if authority.contains(':') {
        return Err(LinkFault::Port);
    }
    if !trusted_hosts.iter().any(|host| host == authority && is_host(host)) {
        return Err(LinkFault::UnknownHost(authority.to_owned()));
    }
    let mut after_percent = url.split('%').skip(1);
    if after_percent.any(|part| part.len() < 2 || !part.bytes().take(2).all(|b| b.is_ascii_hexdigit())) {
        return Err(LinkFault::BrokenPercent);
    }
    Ok(())
}

/// May this address of a contact line be opened? A link that may, or `mailto:` with one plain address and nothing else.
pub fn check_contact(address: &str, trusted_hosts: &[String]) -> Result<(), LinkFault> {
    let Some(mail) = address.strip_prefix("mailto:") else { return check_link(address, trusted_hosts) };
    let is_plain = |name: &str| {
        let is_part =
            |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"_+-".contains(&b));
        name.len() <= 64 && name.split('.').all(is_part) && !name.starts_with('-')
    };
    match mail.split_once('@') {
        Some((name, host)) if is_plain(name) && is_host(host) => Ok(()),
        _ => Err(LinkFault::NoMailAddress),
    }
}

/// Is this the name of a host as the list may hold it: small letters, digits, hyphens, and a dot between parts?
pub fn is_host(host: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let last_is_a_word = host.rsplit('.').next().is_some_and(|last| last.bytes().any(|b| b.is_ascii_lowercase()));
    host.len() <= 253 && host.contains('.') && host.split('.').all(is_part) && last_is_a_word
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~/?#&=%+,:;@!".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str) -> Result<(), LinkFault> {
        check_link(url, &["support.tiktok.com".to_owned(), "www.tiktok.com".to_owned()])
    }

    #[test]
    fn plain_addresses_on_the_list_pass() {
        for url in [
            "https://support.tiktok.com",
            "https://support.tiktok.com/en/a-b/c?d=e&f=%20#top",
            "https://www.tiktok.com/@tiktok",
        ] {
            assert_eq!(check(url), Ok(()), "{url}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for url in [
            "",
            "http://support.tiktok.com/",
            "HTTPS://support.tiktok.com/",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://tiktok.com/",
            "https://evil.support.tiktok.com/",
            "https://support.tiktok.com.evil.example/",
            "https://support.tiktok.com@evil.example/",
            "https://evil.example/@support.tiktok.com",
            "https://support.tiktok.com:444/",
            "https://support.tiktok.com\\@evil.example/",
            "https://support.tiktok.com/\n",
            "https://support.tiktok.com/a b",
            "https://support.tiktok.com/ä",
            "https://support.tiktok.com/%",
            "https://support.tiktok.com/%zz",
            "https://support.tiktok.com/\u{202E}",
            "https://Support.tiktok.com/",
            "https://support.tiktok.com./",
            "https:///support.tiktok.com/",
            " https://support.tiktok.com/",
            "https://support.tiktok.com/`id`",
            "https://support.tiktok.com/$(id)",
            "https://support.tiktok.com/\"",
        ] {
            assert!(check(url).is_err(), "{url}");
        }
        assert_eq!(check(&format!("https://support.tiktok.com/{}", "a".repeat(2_000))), Err(LinkFault::TooLong));
    }

    #[test]
    fn a_contact_line_may_lead_to_one_plain_mail_address() {
        let hosts = ["help.school.example".to_owned()];
        for address in
            ["mailto:it-help@school.example", "mailto:a.b+c_d@mail.school.example", "https://help.school.example/"]
        {
            assert_eq!(check_contact(address, &hosts), Ok(()), "{address}");
        }
        for address in [
            "mailto:",
            "mailto:help",
            "mailto:@school.example",
            "mailto:help@localhost",
            "mailto:help@school.example?subject=hi",
            "mailto:help@school.example,other@school.example",
            "mailto:help%0a@school.example",
            "mailto:-help@school.example",
            "mailto:a..b@school.example",
            "mailto:help@school.example@evil.example",
            "MAILTO:help@school.example",
            "tel:123",
            "https://evil.example/",
        ] {
            assert!(check_contact(address, &hosts).is_err(), "{address}");
        }
        assert_eq!(check_link("mailto:help@school.example", &hosts), Err(LinkFault::NotHttps), "only in contact lines");
    }

    #[test]
    fn a_list_of_odd_hosts_lets_nothing_through() {
        for host in ["", "localhost", "127.0.0.1", "*.tiktok.com", "a..b", "-a.com", "A.com", "a.com/"] {
            assert!(!is_host(host), "{host}");
            assert!(check_link(&format!("https://{host}"), &[host.to_owned()]).is_err(), "{host}");
        }
    }
}
