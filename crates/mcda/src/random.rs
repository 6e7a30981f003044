//! Random numbers that can be looked up by their position.
//!
//! SplitMix64 (Steele, Lea & Flood, OOPSLA 2014) adds a constant to a counter and mixes the bits, so the i-th number is
//! known without the ones before it. A sampler can then give every quantity its place in the stream: what is not needed is
//! not computed, and what is needed never shifts. It is not fit for cryptography.
//!
//! ```
//! use mcda::random::SplitMix64;
//!
//! let stream = SplitMix64::new(0);
//! assert_eq!(stream.u64_at(0), 16_294_208_416_658_607_535);
//! assert_eq!(stream.unit_at(0), 0.8833108082136426);
//! ```

/// What the counter grows by: the golden ratio's fraction, an odd number.
pub(crate) const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// One as a whole number of the smallest steps of a unit number.
pub(crate) const ONE: u64 = 1 << 53;

/// The smallest step of a unit number, 2^-53.
pub(crate) const STEP: f64 = 1.0 / ONE as f64;

/// A stream of random numbers with random access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SplitMix64 {
    seed: u64,
}

impl SplitMix64 {
    /// The stream of a seed. Every seed is as good as another.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The number at `position`, counted from 0: all 64 bits.
    #[must_use]
    pub const fn u64_at(&self, position: u64) -> u64 {
        mix(self.before(position).wrapping_add(GAMMA))
    }

    /// The number at `position` as a uniform number from 0 to below 1: the top 53 bits times 2^-53.
    #[must_use]
    pub fn unit_at(&self, position: u64) -> f64 {
        unit(self.u64_at(position) >> 11)
    }

    /// The counter before the number at `position`; the number itself is `draw(before + GAMMA)`.
    pub(crate) const fn before(self, position: u64) -> u64 {
        self.seed.wrapping_add(position.wrapping_mul(GAMMA))
    }
}

/// The 53 random bits of a counter.
#[inline(always)]
pub(crate) const fn draw(counter: u64) -> u64 {
    mix(counter) >> 11
}

/// Steps of 2^-53 as a number. The detour over i64 is exact below 2^63 and one instruction on every platform.
#[inline(always)]
pub(crate) fn unit(steps: u64) -> f64 {
    steps as i64 as f64 * STEP
}

#[inline(always)]
const fn mix(counter: u64) -> u64 {
    let z = (counter ^ (counter >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
