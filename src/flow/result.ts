import type { Either } from 'fp-ts/lib/Either.js';
import type { Failure } from '../callback/failure';

/** The final result of a step: what it learnt, or why the callback stops here. */
export type Result<Learnt> = Either<Failure, Learnt>;
