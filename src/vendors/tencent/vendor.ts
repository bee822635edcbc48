import type { VendorValue } from '../vendor';
import { type TencentCommand, tencentCommands, tencentIndex, tencentTopics } from './catalogue';
import { tencentVocabulary } from './catalogue/vocabulary';
import { isTencent } from './receive/envelope';
import {
  appUnresolved,
  badSignature,
  replayed,
  type TencentFailure,
  unsignedAccepted,
  wrongAppId,
} from './receive/failures';
import { type TencentOptions, tencentSettings } from './receive/options';
import { tencentRouter } from './receive/router';

type Sending = typeof import('./send').sending;

export const tencent: VendorValue<'tencent', TencentCommand, TencentOptions, TencentFailure, Sending> = {
  name: 'tencent',
  label: 'Tencent Cloud Chat',
  shortLabel: 'Tencent',
  topics: tencentTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: tencentCommands as readonly TencentCommand[],
  index: tencentIndex,
  vocabulary: tencentVocabulary,
  example: 'tencent: { sdkAppId: 1400000001, token: … }',
  isMine: isTencent,
  receive: (options, shared) => tencentRouter(tencentSettings(options, shared)),
  failures: [wrongAppId(undefined), badSignature('missing'), appUnresolved(undefined), unsignedAccepted, replayed],
  // No imports, so that receivers never load them. TypeScript knows no types of what `require` gives.
  sending: () => (require('./send') as typeof import('./send')).sending,
  schema: () => (require('./schema') as typeof import('./schema')).tencentSchema,
};
