import type { VendorValue } from '../vendor';
import { type TencentCommand, tencentCommands, tencentIndex, tencentTopics } from './catalogue';
import { elementVocabulary } from './catalogue/element-vocabulary';
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

type Receive = typeof import('./receive').receive;
type Sending = typeof import('./send').sending;
type Messages = typeof import('./message').messages;

export const tencent: VendorValue<'tencent', TencentCommand, TencentFailure, Receive, Sending, Messages> = {
  name: 'tencent',
  label: 'Tencent Cloud Chat',
  shortLabel: 'Tencent',
  topics: tencentTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: tencentCommands as readonly TencentCommand[],
  index: tencentIndex,
  vocabulary: { ...tencentVocabulary, ...elementVocabulary },
  example: 'tencent: { sdkAppId: 1400000001, token: … }',
  ownOptions: ['sdkAppId', 'token', 'apps', 'resolveApp', 'replayGuard', 'unsignedGrace'],
  isMine: isTencent,
  failures: [wrongAppId(undefined), badSignature('missing'), appUnresolved(undefined), unsignedAccepted, replayed],
  // No imports: each part is loaded by those who ask for it. TypeScript has no types for what `require` returns.
  receiving: () => (require('./receive') as typeof import('./receive')).receive,
  sending: () => (require('./send') as typeof import('./send')).sending,
  messages: () => (require('./message') as typeof import('./message')).messages,
  schema: () => (require('./schema') as typeof import('./schema')).tencentSchema,
  commandLine: () => (require('./doctor') as typeof import('./doctor')).commandLine,
};
