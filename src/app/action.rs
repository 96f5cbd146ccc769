//! What views ask for, and what an answered action asks of the world outside.

use super::{
    Page,
    saved::{Motion, TextSize, Theme},
};
use crate::content::model::{FaqId, OptionId, Platform, QuestionId, TopicId, WayId};
use crate::search::Hit;

/// Something that the person wants. Views only push these; `State::apply` carries them out.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a page.
    Go(Page),
    /// Go to the card with this id, or say that there is none.
    OpenNamed(String),
    /// Go back to where the person came from.
    Back,
    /// Go to the guide and put the cursor into the search field.
    Search,
    /// Open what the guide's search found first.
    OpenFirstHit,
    /// Open something that was found.
    OpenHit(Hit),
    /// The words in the guide's search field changed.
    Searched(String),
    /// Forget the recent searches.
    ForgetSearches,
    /// The words in the FAQ's filter changed.
    FilterFaq(String),
    /// Unfold or fold an FAQ entry.
    ToggleFaq(FaqId),
    /// Go to the FAQ page with this entry unfolded.
    OpenFaq(FaqId),
    /// Take a step in hand.
    TakeStep(TopicId, WayId, usize),
    /// Tick a step off, or take the tick away.
    TickStep(TopicId, WayId, usize),
    /// Tick the step in hand off and take the next one.
    NextStep(TopicId),
    /// Take the step before the one in hand.
    PreviousStep(TopicId),
    /// Take all ticks of a topic away, and begin with its first step.
    ClearSteps(TopicId),
    /// The step in hand speaks of something that the person does not see: offer the next thing.
    NotThere(TopicId),
    /// Show the usual look of the step in hand again.
    UsualLook(TopicId),
    /// Show a way's steps as a code for the camera of a phone.
    SendToPhone(TopicId, WayId),
    /// The fix helped, or not yet.
    Helped(TopicId, bool),
    /// Answer a question of the checker, or take the answer back.
    Answer(QuestionId, Option<OptionId>),
    /// Say “not sure” to a question, or take that back.
    NotSure(QuestionId),
    /// Ask one question at a time (true), or show the form.
    Interview(bool),
    /// Go on in the interview with the answer that the open question has.
    KeepAnswer(QuestionId),
    /// Pass the open question of the interview over.
    Skip(QuestionId),
    /// Take up the question before the open one.
    PreviousQuestion,
    /// Take a question of the interview up again, to change its answer.
    TakeUp(QuestionId),
    /// The text in the field for a case code changed.
    TypeCase(String),
    /// Take the answers from the case code that was typed.
    OpenCase,
    /// The text in the checker's message field changed.
    DescribeMessage(String),
    /// Answer the question about messages from the list; the text goes into the message field.
    PickMessage(QuestionId, Option<OptionId>, String),
    /// The unfolded FAQ entry has been brought into view.
    FaqShown,
    /// Go to the checker and put this text into its message field.
    CheckMessage(String),
    /// Take all answers back.
    StartOver,
    /// Put text into the clipboard.
    Copy(String),
    /// Show an address and ask whether to open it.
    AskToOpen(String, String),
    /// Ask whether to delete what was kept.
    AskToDelete,
    /// Yes to the dialog.
    Confirm,
    /// No to the dialog.
    Cancel,
    /// Put the notice at the bottom away.
    DismissNotice,
    /// Open a file of the author's folder in the editor.
    Edit(String),
    /// Choose a theme.
    UseTheme(Theme),
    /// Choose a text size.
    UseTextSize(TextSize),
    /// One text size larger (true) or smaller.
    StepTextSize(bool),
    /// Choose the kind of phone.
    UsePlatform(Platform),
    /// Choose whether pictures may move.
    UseMotion(Motion),
}

/// Something outside the window's own state, done by the shell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Effect {
    /// Put text into the clipboard.
    Copy(String),
    /// Open an address, which is checked once more.
    Open(String),
    /// Open a file of the author's folder in the editor.
    Edit(String),
    /// Delete the file in which the person's choices are kept.
    DeleteSaved,
}
