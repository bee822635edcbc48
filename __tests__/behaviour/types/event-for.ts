/** This file only has to compile: handlers in files and classes of their own, typed by a name. */
import { allow, type EventFor, type HandlersOf, type ImCallbacksOptions, imCallbacks, refuse } from '../../../src';
import type { OpenimCommand, OpenimReadReceipt } from '../../../src/vendors/openim';
import type {
  TencentBeforeGroupMsg,
  TencentCommand,
  TencentGroupMsg,
  TencentMessageElement,
  TencentReadReceipt,
} from '../../../src/vendors/tencent';

const tencent = { sdkAppId: 1400000001 };
const openim = { secret: 'a-secret-of-tests-0' };
declare function expectType<T>(value: T): void;

// By the option's name: the event of each vendor that has it, or of one.
async function saveMessage(event: EventFor<'onGroupMsg'>) {
  // @ts-expect-error: which vendor's body this is has not been asked yet
  event.body.MsgSeq;
  if (event.vendor === 'tencent') expectType<TencentGroupMsg>(event.body);
  if (event.command === 'callbackAfterSendGroupMsgCommand') expectType<string>(event.body.sendID);
}
const elementsOf = (event: EventFor<'onGroupMsg', 'tencent'>): TencentMessageElement[] => event.body.MsgBody;

// By the command's name.
class Receipts {
  onReadReceipt(event: EventFor<'Group.CallbackAfterReadReceipt'>): void {
    expectType<TencentReadReceipt>(event.body);
    expectType<'tencent'>(event.vendor);
  }
  ofBoth = (event: EventFor<'onReadReceipt'>): void => expectType<TencentReadReceipt | OpenimReadReceipt>(event.body);
}
expectType<TencentBeforeGroupMsg>({} as EventFor<'beforeGroupMsg', 'tencent'>['body']);

// @ts-expect-error: no option and no command is called so
type _Misspelt = EventFor<'onGroupMessage'>;

// A handler for both vendors fits a mount of one, and one for a vendor fits a mount of it.
const judge = async (event: EventFor<'beforeGroupMsg'>) => (event.appId === undefined ? refuse() : allow());
const receipts = new Receipts();
imCallbacks({ tencent, openim, onGroupMsg: saveMessage, beforeGroupMsg: judge, onReadReceipt: receipts.ofBoth });
imCallbacks({ tencent, onGroupMsg: saveMessage, beforeGroupMsg: judge, onReadReceipt: receipts.ofBoth });
imCallbacks({ openim, onGroupMsg: saveMessage, beforeGroupMsg: judge, onReadReceipt: receipts.ofBoth });
imCallbacks({ tencent, onGroupMsg: elementsOf, onReadReceipt: (event) => receipts.onReadReceipt(event) });
// @ts-expect-error: with both mounted, OpenIM's events come to it, too
imCallbacks({ tencent, openim, onGroupMsg: elementsOf });

// So do handlers that are typed by the options, and all of them at once.
const typed: NonNullable<ImCallbacksOptions['onGroupMsg']> = saveMessage;
imCallbacks({ tencent, onGroupMsg: typed });
imCallbacks({ openim, onGroupMsg: typed });
const both: HandlersOf<TencentCommand | OpenimCommand> = { onGroupMsg: saveMessage, onReadReceipt: receipts.ofBoth };
imCallbacks({ tencent, openim, ...both });
const one: HandlersOf<TencentCommand> = { beforeGroupMsg: judge, onGroupMsg: elementsOf };
imCallbacks({ tencent, ...one });

// A body may go where a record of JSON is asked for, e.g. into a column of a database.
declare function store(row: Record<string, unknown>): void;
imCallbacks({ tencent, onGroupMsg: (event) => store(event.body) });
