import type { VendorValue } from '../vendor';
import { type TencentCommand, tencentCommands, tencentIndex, tencentTopics } from './catalogue';
import { tencentVocabulary } from './catalogue/vocabulary';

type Sending = typeof import('./send').sending;

export const tencent: VendorValue<'tencent', TencentCommand, Sending> = {
  name: 'tencent',
  label: 'Tencent Cloud Chat',
  shortLabel: 'Tencent',
  topics: tencentTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: tencentCommands as readonly TencentCommand[],
  index: tencentIndex,
  vocabulary: tencentVocabulary,
  // Not an import, so that receivers never load it. TypeScript knows no types of what `require` gives.
  sending: () => (require('./send') as typeof import('./send')).sending,
  schema: () => (require('./schema') as typeof import('./schema')).tencentSchema,
};
