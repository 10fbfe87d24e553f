//! The limits of one rendering. They are far above what a mapping needs and low enough that a
//! hostile template ends within about a second and a bounded heap.

use super::TemplateError;

const STEP_LIMIT: u64 = 2_000_000;
const DEPTH_LIMIT: u32 = 128;
/// What a template may print. API Gateway's payloads end at 10 MB.
const OUTPUT_LIMIT: usize = 16 << 20;
/// What a template may make altogether, counting what it throws away.
const MEMORY_LIMIT: usize = 128 << 20;

#[derive(Debug, Default)]
pub(super) struct Budget {
    steps: u64,
    depth: u32,
    bytes: usize,
}

impl Budget {
    pub(super) fn step(&mut self) -> Result<(), TemplateError> {
        self.steps += 1;
        if self.steps > STEP_LIMIT {
            return Err(TemplateError::Steps { limit: STEP_LIMIT });
        }
        Ok(())
    }

    pub(super) fn enter(&mut self) -> Result<(), TemplateError> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            return Err(TemplateError::Depth { limit: DEPTH_LIMIT });
        }
        self.step()
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Counts bytes that are about to be read and made anew: they cost memory and time.
    pub(super) fn make(&mut self, bytes: usize) -> Result<(), TemplateError> {
        self.bytes = self.bytes.saturating_add(bytes);
        self.steps += bytes as u64 / 256;
        if self.bytes > MEMORY_LIMIT {
            return Err(TemplateError::Size {
                limit: MEMORY_LIMIT,
            });
        }
        self.step()
    }

    pub(super) fn fits(printed: usize) -> Result<(), TemplateError> {
        if printed > OUTPUT_LIMIT {
            return Err(TemplateError::Size {
                limit: OUTPUT_LIMIT,
            });
        }
        Ok(())
    }
}
