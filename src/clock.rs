//! The only place that reads the clock. Everything else is told what day it is.

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Today, in universal time: what is due for another look is not due to the hour.
pub fn today() -> Date {
    jiff::Timestamp::now().to_zoned(TimeZone::UTC).date()
}
