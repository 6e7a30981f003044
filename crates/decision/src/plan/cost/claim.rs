//! What the visitor may be told about cost: nothing from sample figures, and the cheapest model only from their own.
//!
//! ```
//! use assessment::{Assessment, named::input};
//! use decision::plan::cost::{CostClaim, CostInputs, CostState, CostStudy};
//! use decision::response::{Reading, ResponseSet};
//!
//! let assessment = Assessment::standard();
//! let inputs = CostInputs::of(assessment, &Reading::of(assessment, &ResponseSet::new(assessment)), &[]);
//! let claim = CostClaim::of(assessment, &inputs, &CostStudy::of(assessment, &inputs));
//! assert_eq!(claim.state, CostState::Sample);
//! assert_eq!(claim.cheapest, None);
//! ```

use super::{CostInputs, CostStudy, Drivers, Origin};
use assessment::{Alternative, Assessment, InputId, named::input};

/// How many kinds of figures are the visitor's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostState {
    /// No kind of figure is the visitor's own.
    Sample,
    /// Some kinds are, not all.
    PartlyOwn,
    /// All kinds are: people, staffing and a fee.
    Own,
}

impl CostState {
    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sample => "sample",
            Self::PartlyOwn => "partly_own",
            Self::Own => "own",
        }
    }
}

/// What the visitor may be told about cost.
#[derive(Debug, Clone, PartialEq)]
pub struct CostClaim {
    /// How much of the picture is the visitor's own.
    pub state: CostState,
    /// Figures that the visitor entered or confirmed.
    pub own: usize,
    /// The other figures.
    pub samples: usize,
    /// The cheapest model, if the visitor may be told.
    pub cheapest: Option<Alternative>,
    /// What moves the gap between the two cheapest models; `None` for samples, of which nothing is claimed.
    pub drivers: Option<Drivers>,
    /// While some figures are own: the sample that moves the gap between the two cheapest models most.
    pub would_narrow: Option<InputId>,
    /// If all kinds are own: a model in front whose fee is still a sample, so that nothing may be claimed.
    pub missing_fee: Option<Alternative>,
}

/// The figures of each kind: people, staffing, fees.
const KINDS: [&[InputId]; 3] = [
    &[input::USERS],
    &[input::SALARY, input::FTE_NOW, input::FTE_INHOUSE, input::FTE_COMANAGED, input::FTE_OUTSOURCED],
    &[input::FEE_CO, input::FEE_OUT],
];

impl CostClaim {
    /// Judges the inputs and their draws.
    #[must_use]
    pub fn of(assessment: &Assessment, inputs: &CostInputs, study: &CostStudy) -> Self {
        let is_own = |id: InputId| inputs.origin(id) == Origin::Own;
        let kinds = KINDS.iter().filter(|kind| kind.iter().any(|id| is_own(*id))).count();
        let state = match kinds {
            0 => CostState::Sample,
            n if n < KINDS.len() => CostState::PartlyOwn,
            _ => CostState::Own,
        };
        let all = assessment.cost.inputs.len();
        let own = (0..all).filter(|n| is_own(InputId::from_index(*n))).count();
        let (leader, runner_up) = study.front();
        let missing_fee = [leader, runner_up].into_iter().find(|model| fee_of(*model).is_some_and(|id| !is_own(id)));
        let cheapest = study
            .ranges
            .cheapest(assessment)
            .filter(|model| state == CostState::Own && *model == leader && missing_fee.is_none());
        let drivers = (state != CostState::Sample).then(|| Drivers::of(inputs, study));
        let largest = drivers.iter().flat_map(|drivers| &drivers.inputs).map(|driver| driver.input);
        let would_narrow = largest.filter(|_| state == CostState::PartlyOwn).find(|id| !is_own(*id));
        Self {
            state,
            own,
            samples: all - own,
            cheapest,
            drivers,
            would_narrow,
            missing_fee: missing_fee.filter(|_| state == CostState::Own),
        }
    }
}

/// The fee of the provider in a model; in-house has none.
#[must_use]
pub const fn fee_of(model: Alternative) -> Option<InputId> {
    match model {
        Alternative::InHouse => None,
        Alternative::CoManaged => Some(input::FEE_CO),
        Alternative::Outsourced => Some(input::FEE_OUT),
    }
}
