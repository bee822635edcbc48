/** How Tencent's callbacks are received: options, checks, the list of steps, replies. */

import type { Flow } from '../../../flow/pipeline';
import type { SharedSettings } from '../../../flow/settings';
import { type TencentOptions, tencentSettings } from './options';
import { tencentRouter } from './router';

/** Checks the options and makes the walk of the callbacks. */
export function receive(options: TencentOptions, shared: SharedSettings): Flow {
  return tencentRouter(tencentSettings(options, shared));
}
