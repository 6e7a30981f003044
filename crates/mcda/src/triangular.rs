//! The triangular distribution: what people mean by "between low and high, most likely this".
//!
//! Only the mean and the inverse of the distribution function are here: with the latter and uniform numbers one draws from
//! it.
//!
//! ```
//! use mcda::Triangular;
//!
//! let minutes = Triangular::new(10.0, 20.0, 60.0)?;
//! assert_eq!(minutes.mean(), 30.0);
//! assert_eq!(minutes.quantile(0.0), 10.0);
//! # Ok::<(), mcda::Error>(())
//! ```

use crate::error::{Error, Problem};

/// A triangular distribution, in the unit of its three figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangular {
    low: f64,
    likely: f64,
    high: f64,
}

impl Triangular {
    /// A distribution from its smallest, likeliest and largest value.
    ///
    /// # Errors
    /// [`Problem::Triangle`] unless the three are finite and `low <= likely <= high`.
    pub fn new(low: f64, likely: f64, high: f64) -> Result<Self, Error> {
        let ordered = low <= likely && likely <= high;
        if ordered && low.is_finite() && high.is_finite() {
            Ok(Self { low, likely, high })
        } else {
            Err(Problem::Triangle { low, likely, high }.into())
        }
    }

    /// `(low + likely + high) / 3`.
    #[must_use]
    pub fn mean(&self) -> f64 {
        (self.low + self.likely + self.high) / 3.0
    }

    /// The value below which a share `u` of the distribution lies, `u` from 0 to 1. With a uniform `u`: a draw.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        let Self { low, likely, high } = *self;
        if low == high {
            return low;
        }
        let below_likely = (likely - low) / (high - low);
        if u < below_likely {
            low + (u * (high - low) * (likely - low)).sqrt()
        } else {
            high - ((1.0 - u) * (high - low) * (high - likely)).sqrt()
        }
    }
}
