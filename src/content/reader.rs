//! Builds a file's outline out of its tokens. Where the file is broken it guesses what was meant, says so, and goes on.

mod brackets;

use std::ops::Range;

use super::{
    mistake::is_hidden,
    outline::{Child, Fault, Node, NodeId, NodeKind, Outline},
    tokens::{QuoteFault, Token, TokenKind, Tokens},
};

/// How deep brackets may lie in one another; the content needs about ten.
const DEEPEST: usize = 32;
/// After so many mistakes the rest of the file says nothing any more.
const MOST_FAULTS: usize = 60;

/// A bracket that is open.
struct Frame {
    node: NodeId,
    bracket: char,
    /// The name of the field whose value comes next.
    field: Option<Range<usize>>,
    /// Has a value just ended, so that a comma has to come?
    wants_comma: bool,
    has_fields: bool,
    /// Was the `[` of a field’s list left out?
    lacks_list: bool,
}

/// Reads one file.
pub(super) struct Reader<'text> {
    text: &'text str,
    tokens: Tokens<'text>,
    outline: Outline,
    open: Vec<Frame>,
}

impl<'text> Reader<'text> {
    /// Reads a file.
    pub(super) fn read(text: &'text str) -> Outline {
        let mut reader = Self { text, tokens: Tokens::new(text), outline: Outline::default(), open: Vec::new() };
        reader.run();
        reader.outline
    }

    fn run(&mut self) {
        let mut token = self.tokens.next();
        while token.kind != TokenKind::End && self.outline.faults.len() < MOST_FAULTS {
            let next = self.tokens.next();
            if self.is_over() {
                self.fault(
                    token.range,
                    "the file’s last bracket was closed before this",
                    "Take a `)` too many away before this, or remove what follows it.",
                );
                return;
            }
            if self.open.len() > DEEPEST {
                self.fault(token.range, "the brackets lie too deep in one another", "Close brackets before this.");
                self.lose();
                return;
            }
            token = match self.take(token, next) {
                Some(unused) => unused,
                None => self.tokens.next(),
            };
        }
        if self.outline.nodes.is_empty() {
            let end = self.text.trim_end().len();
            self.fault(end..end, "the file is empty", "Fill it, or take it away.");
        } else if !self.open.is_empty() {
            self.cut_off();
        }
    }

    /// Takes a token; the next one comes back unless it was needed, too.
    fn take(&mut self, token: Token, next: Token) -> Option<Token> {
        let is_field = next.kind == TokenKind::Colon || matches!(next.kind, TokenKind::Odd('='));
        match token.kind {
            TokenKind::Word if is_field => {
                self.field(token.range, &next);
                return None;
            }
            TokenKind::Word if self.lacks_colon(&token.range, &next) => {
                let name = self.text.get(token.range.clone()).unwrap_or_default();
                let what = format!("a colon is missing after `{name}`");
                let colon = Token { kind: TokenKind::Colon, range: token.range.clone() };
                self.field(token.range.clone(), &colon);
                self.broken(token.range, what, "Put a colon after the field’s name.");
            }
            TokenKind::Word if self.unquoted(&token.range, &next) => return None,
            TokenKind::Word => {
                if let TokenKind::Open(bracket) = next.kind {
                    self.opens(bracket, Some(token.range), next.range);
                    return None;
                }
                self.value(NodeKind::Word, None, token.range.clone(), token.range);
            }
            TokenKind::Text { inner, raw, fault } => self.text(token.range, inner, raw, fault),
            TokenKind::Open(bracket) => self.opens(bracket, None, token.range),
            TokenKind::Close(bracket) => self.closes(bracket, token.range),
            TokenKind::Comma => self.comma(token.range),
            TokenKind::Odd(';') => {
                self.broken(token.range.clone(), "a semicolon stands here", "Write a comma instead.");
                self.comma(token.range);
            }
            TokenKind::Colon => {
                self.broken(
                    token.range,
                    "a colon stands here without a field’s name before it",
                    "Remove it, or name the field.",
                );
            }
            TokenKind::OpenComment => {
                self.fault(token.range, "this comment is never closed", "Put `*/` at its end.");
                self.leave_all();
            }
            TokenKind::Odd(odd) => self.odd(token.range, odd),
            TokenKind::End => {}
        }
        Some(next)
    }

    /// Is this word the start of a text without its quote? Then the whole text is taken.
    fn unquoted(&mut self, word: &Range<usize>, next: &Token) -> bool {
        let goes_on = matches!(next.kind, TokenKind::Word | TokenKind::Odd(_) | TokenKind::Text { .. });
        let is_wanted = self.open.last().is_some_and(|frame| frame.field.is_some() || frame.bracket == '[');
        let between = self.text.get(word.end..next.range.start);
        if !goes_on
            || !is_wanted
            || matches!(next.kind, TokenKind::Odd(';'))
            || between.is_none_or(|between| between.contains('\n'))
        {
            return false;
        }
        let range = word.start..self.tokens.skip_unquoted(word.start);
        let id = self.value(NodeKind::Word, None, range.clone(), range.clone());
        self.outline.break_node(id);
        self.fault(range, "no quote starts this text", "Put a straight quote \" at both ends of a text.");
        true
    }

    /// A field’s name without its colon, where nothing else can stand.
    fn lacks_colon(&self, word: &Range<usize>, next: &Token) -> bool {
        let frame =
            self.open.last().filter(|frame| frame.bracket == '(' && frame.field.is_none() && !frame.wants_comma);
        let is_name =
            self.text.get(word.clone()).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
        is_name && frame.is_some() && matches!(next.kind, TokenKind::Text { .. } | TokenKind::Open(_) | TokenKind::Word)
    }

    fn is_over(&self) -> bool {
        self.open.is_empty() && !self.outline.nodes.is_empty()
    }

    fn fault(&mut self, range: Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.outline.faults.push(Fault::new(range, what, mend));
    }

    /// A fault that spoils the bracket it lies in.
    fn broken(&mut self, range: Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.fault(range, what, mend);
        if let Some(frame) = self.open.last() {
            self.outline.break_node(frame.node);
        }
    }

    /// The innermost bracket may have lost fields, by something that is wrong here.
    fn tear(&mut self, at: usize) {
        self.outline.tears.push(at);
        self.tear_node();
    }

    fn tear_node(&mut self) {
        if let Some(node) = self.open.last().and_then(|frame| self.outline.nodes.get_mut(frame.node)) {
            node.is_broken = true;
            node.is_torn = true;
        }
    }

    fn lose(&mut self) {
        self.outline.nodes.clear();
        self.open.clear();
    }

    fn field(&mut self, name: Range<usize>, colon: &Token) {
        self.leave_lists(&name);
        if colon.kind != TokenKind::Colon {
            self.broken(colon.range.clone(), "an equals sign stands after the field’s name", "Write a colon instead.");
        }
        self.want_no_comma(name.start);
        self.want_value();
        if let Some(frame) = self.open.last_mut() {
            frame.field = Some(name);
            frame.has_fields = true;
        }
    }

    fn want_no_comma(&mut self, at: usize) {
        if self.open.last().is_some_and(|frame| frame.wants_comma) {
            let end = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
            self.broken(at..end, "a comma is missing before this", "Put a comma after the value that comes before it.");
        }
        if let Some(frame) = self.open.last_mut() {
            frame.wants_comma = false;
        }
    }

    /// Tells of a field without a value; was there one?
    fn want_value(&mut self) -> bool {
        let Some(field) = self.open.last_mut().and_then(|frame| frame.field.take()) else { return false };
        let name = self.text.get(field.clone()).unwrap_or_default().to_owned();
        let end = field.end..field.end;
        if let Some(frame) = self.open.last_mut() {
            frame.field = Some(field.clone());
            let id = self.value(NodeKind::Word, None, end.clone(), end);
            self.outline.break_node(id);
        }
        if let Some(frame) = self.open.last_mut() {
            frame.wants_comma = false;
        }
        let what = format!("the field `{name}` has no value");
        self.fault(field, what, "Write its value after the colon, or take the field away.");
        true
    }

    fn comma(&mut self, range: Range<usize>) {
        if self.want_value() {
            return;
        }
        let Some(frame) = self.open.last_mut() else {
            return self.fault(range, "a comma stands outside the brackets", "Take it away.");
        };
        if frame.wants_comma {
            frame.wants_comma = false;
        } else {
            self.broken(range, "there is a comma too many here", "Take it away.");
        }
    }

    fn text(&mut self, range: Range<usize>, inner: Range<usize>, raw: bool, fault: Option<QuoteFault>) {
        let id = self.value(NodeKind::Text { inner, raw }, None, range.clone(), range.clone());
        let Some(fault) = fault else { return };
        self.outline.break_node(id);
        // What was taken for one text may be several fields.
        let may_hold_fields = self.text.get(range.clone()).is_some_and(|text| text.contains(": "));
        if may_hold_fields && matches!(fault, QuoteFault::Inside(_)) {
            self.tear(range.start);
        }
        match fault {
            QuoteFault::Start(quote) => {
                let kind = if quote.is_ascii() { "wrong" } else { "typographic" };
                self.fault(
                    range.start..range.start + quote.len_utf8(),
                    format!("a {kind} quote {quote} starts this text"),
                    "Use the straight quote \" at both ends of a text.",
                );
            }
            QuoteFault::End(quote) => self.fault(
                range.end - quote.len_utf8()..range.end,
                format!("a typographic quote {quote} ends this text"),
                "Use the straight quote \" at both ends of a text.",
            ),
            QuoteFault::Open => {
                self.fault(range, "no quote ends this text", "Put a straight quote \" at the end of the text.");
            }
            QuoteFault::Inside(at) => self.fault(
                at..at + 1,
                "a straight quote stands inside this text",
                "Inside a text write “ and ”. If the text ends here, put a comma after the quote.",
            ),
        }
    }

    fn odd(&mut self, range: Range<usize>, odd: char) {
        if odd == '#' && self.text.get(range.end..).is_some_and(|rest| rest.starts_with("![")) {
            return self.fault(range, "a line with `#!` is of no use here", "Take the line away.");
        }
        let what = match odd {
            '\u{A0}' => "a no-break space stands here, outside a text".to_owned(),
            _ => format!("the character {odd} stands here, outside a text"),
        };
        if odd != '\u{A0}' {
            self.tear(range.start);
        }
        if is_hidden(odd) {
            // Whoever looks for invisible characters tells of it.
            return;
        }
        self.broken(range, what, "Take it away, or put the text that it belongs to in straight quotes \".");
    }

    fn opens(&mut self, bracket: char, name: Option<Range<usize>>, range: Range<usize>) {
        let head = name.as_ref().map_or(range.start, |name| name.start)..range.end;
        if bracket == '(' && name.is_none() {
            self.leave_unnamed();
        }
        let kind = match bracket {
            '(' => NodeKind::Group,
            '[' => NodeKind::List,
            _ => NodeKind::Map,
        };
        let node = self.value(kind, name, head.clone(), head);
        self.open.push(Frame { node, bracket, field: None, wants_comma: false, has_fields: false, lacks_list: false });
    }

    fn value(&mut self, kind: NodeKind, name: Option<Range<usize>>, head: Range<usize>, range: Range<usize>) -> NodeId {
        self.want_no_comma(head.start);
        let id = self.outline.nodes.len();
        let parent = self.open.last().map(|frame| frame.node);
        self.want_field();
        if let Some(frame) = self.open.last_mut() {
            let field = frame.field.take();
            frame.wants_comma = true;
            let is_lost = frame.lacks_list && field.is_none();
            if let Some(parent) = self.outline.nodes.get_mut(frame.node).filter(|_| !is_lost) {
                parent.children.push(Child { field, node: id });
            }
        }
        self.outline.nodes.push(Node {
            kind,
            range,
            head,
            name,
            children: Vec::new(),
            parent,
            is_broken: false,
            is_torn: false,
        });
        id
    }

    fn closes(&mut self, bracket: char, range: Range<usize>) {
        if bracket == ']' && self.ends_list_without_start() {
            return;
        }
        let opening = opening(bracket);
        if !self.open.iter().any(|frame| frame.bracket == opening) {
            self.broken(range.clone(), format!("this `{bracket}` closes nothing"), "Take it away.");
            if self.open.last().is_some_and(|frame| frame.field.is_some()) {
                // It was probably meant to open something.
                let at = range.start;
                self.opens(opening, None, range);
                self.tear(at);
            }
            return;
        }
        while self.open.last().is_some_and(|frame| frame.bracket != opening) {
            self.never_closed();
        }
        self.want_value();
        if let Some(frame) = self.open.pop()
            && let Some(node) = self.outline.nodes.get_mut(frame.node)
        {
            node.range.end = range.end;
        }
    }
}

fn closing(bracket: char) -> char {
    match bracket {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

fn opening(bracket: char) -> char {
    match bracket {
        ')' => '(',
        ']' => '[',
        _ => '{',
    }
}
