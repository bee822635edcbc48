import { performance } from 'node:perf_hooks';
import timers from 'node:timers';

/**
 * Timers as they were when this file was loaded. A test that has put fake ones in their place must neither stop the
 * sender's time-out nor set it off: that is what the wire does, not what the app under test does.
 */
export const startTimer = timers.setTimeout;
export const stopTimer = timers.clearTimeout;

/** Milliseconds on a clock that only goes forward, likewise the real one. */
export const milliseconds = performance.now.bind(performance);
