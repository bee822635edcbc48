/** How OpenIM's callbacks are received: options, checks, the list of steps, replies. */

import type { Flow } from '../../../flow/pipeline';
import type { SharedSettings } from '../../../flow/settings';
import { type OpenimOptions, openimSettings } from './options';
import { openimRouter } from './router';

/** Checks the options and makes the walk of the callbacks. */
export function receive(options: OpenimOptions, shared: SharedSettings): Flow {
  return openimRouter(openimSettings(options, shared));
}
