import type { Flow } from '../../../flow/pipeline';
import type { SharedSettings } from '../../../flow/settings';
import { type ParlourOptions, parlourSettings } from './options';
import { parlourRouter } from './router';

export function receive(options: ParlourOptions, shared: SharedSettings): Flow {
  return parlourRouter(parlourSettings(options, shared));
}
