import type { VendorValue } from '../vendor';
import { type TencentCommand, tencentCommands, tencentIndex, tencentTopics } from './catalogue';
import { tencentVocabulary } from './catalogue/vocabulary';

export const tencent: VendorValue<'tencent', TencentCommand> = {
  name: 'tencent',
  label: 'Tencent Cloud Chat',
  topics: tencentTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: tencentCommands as readonly TencentCommand[],
  index: tencentIndex,
  vocabulary: tencentVocabulary,
  commandLine: () => (require('./doctor') as typeof import('./doctor')).commandLine,
};
