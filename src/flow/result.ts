import type { Either } from 'fp-ts/lib/Either.js';
import type { Failure } from '../callback/failure';

/** What a step gives back in the end: what it learnt, or why the callback goes no further. */
export type Result<Learnt> = Either<Failure, Learnt>;
