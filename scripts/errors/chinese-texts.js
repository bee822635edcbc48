/**
 * The Chinese texts for what src/callback/failure-guide.ts, the `failures` in the schema.ts of each vendor and
 * src/observe/warning-guide.ts say in English. A text that is missing here stays English in the Chinese page; a test
 * names it.
 */

const goesOn = '与没有出错时相同：回调继续处理。';
const later = '存储时已应答成功。';

exports.ofFailure = {
  wrongMethod: {
    what: '请求不是 POST：浏览器、健康检查，或被重定向变成 GET 的 POST。不调用 `onFailure`。',
    todo: '在服务商那边直接填写最终的 URL，用 `https`，途中不要有任何重定向。',
  },
  repeatedParameter: {
    what: '同一查询参数给出了两次，两处读取可能得到不同的值。',
    todo: '没有服务商会这样发送：检查是否有代理添加参数，否则可能是攻击。',
  },
  overloaded: {
    what: '同时运行的回调超过了 `maxConcurrent`。',
    todo: '找出慢的或挂起的处理函数。调高 `maxConcurrent`，或运行更多进程。',
  },
  draining: {
    what: '已调用 `drain()`：该进程正在停机。',
    todo: '在停机之前把该进程从负载均衡摘除（[运维](operations.md)）。',
  },
  bodyTooLarge: {
    what: '请求体大于 `bodyLimitBytes`。',
    todo: '如果确实是服务商发送的，在该服务商的选项里调高上限。',
  },
  bodyTooSlow: {
    what: '请求体没有在 `bodyTimeoutMs` 内到达。',
    todo: '检查网络和前面的代理；到这时服务商已经放弃了。',
  },
  bodyUnreadable: {
    what: '请求体无法读取：连接断开、解压失败，或 JSON 嵌套过深。',
    todo: '错误信息里有原因。偶尔一次是网络问题；很多次说明有代理在改动请求体。',
  },
  bodyMisread: {
    what: '你的应用里的解析器已经先读取了请求体，而解析结果无法还原服务商发送的内容。',
    todo: '把 `imCallbacks` 挂载在你的解析器之前，或让解析器跳过它的路径。错误信息里有解析器的名字。',
    answer: 'HTTP 400；策略为 `refuse` 的事前回调：拒绝。',
  },
  encodingUnknown: {
    what: '`Content-Encoding` 不是 gzip、deflate 或 br。',
    todo: '没有服务商会这样发送：让前面的代理不要改动请求体。',
  },
  notUtf8: {
    what: '请求体里有不是 UTF-8 的字节，读成了 U+FFFD。',
    todo: '检查前面的代理是否在转换请求体的编码。含有 U+FFFD 的文本不是用户写的原文。',
    answer: goesOn,
  },
  notJson: {
    what: '请求体为空，或不是 JSON。',
    todo: '调用方不是服务商，或有代理截断了请求体。`npx im-callbacks doctor` 会说明是哪一种。',
  },
  notAnObject: {
    what: '请求体是 JSON，但不是对象。',
    todo: '没有服务商会这样发送：查一查调用方是谁。',
  },
  noCommand: {
    what: 'URL 和请求体都没有给出回调命令。',
    todo: '代理丢掉查询参数或截断路径会造成这种情况：请运行 `npx im-callbacks doctor`。OpenIM 2.0.0 和 2.0.1 会发送一个这样的回调：请设置 `serverVersion`。',
  },
  commandMismatch: {
    what: 'URL 和请求体给出的命令不同。',
    todo: '没有服务商会这样发送：检查前面是否有改写规则，否则可能是攻击。',
  },
  undecodable: {
    what: '请求体缺少必需的字段，或其类型与命令目录不符。错误信息最多列出十个，不含它们的值。',
    todo: '与[命令](../commands.md)里的该命令比较。服务商的新版服务端可能发送另一种格式：更新本包，并报告这个问题。',
    answer: '事前回调：失败策略的裁决；事后回调：该服务商的事后失败应答。有收件箱时作为死信保留，并应答成功。',
  },
  fieldsDropped: {
    what: '可选字段的类型与命令目录不符，已被去掉。',
    todo: '与 `undecodable` 相同；在此期间你的处理函数得不到这些字段。',
    answer: goesOn,
  },
  handlerFailed: {
    what: '你的处理函数抛错，或它的 promise 被 reject。`cause` 是它抛出的内容。',
    todo: '修复处理函数。事前回调请考虑 `failurePolicy`，事后回调请考虑收件箱：它会重试。',
  },
  badVerdict: {
    what: '你的事前处理函数返回的不是裁决，或者是该服务商无法使用的裁决。错误信息会说明应该怎么写。',
    todo: '按错误信息所说返回。处理函数明显是要拦下操作的，已按拒绝发出。',
    answer: '处理函数本意是拒绝的，按拒绝发出；否则为失败策略的裁决。',
  },
  deadlinePassed: {
    what: '你的处理函数没有在 `deadlineMs` 内完成。',
    todo: '在处理函数里使用 `event.remainingMs()` 和 `event.signal`，并给它调用的操作设置时限。使用收件箱时，事后处理函数在应答之后运行，时间更充裕。',
    answer: '事前回调：失败策略的裁决；事后回调：应答成功，因为处理函数仍在运行。',
  },
  finishedLate: {
    what: '处理函数在截止时间之后才结束；它的结果来得太晚。',
    todo: '与 `deadlinePassed` 相同。`ms` 是它的耗时。',
    answer: '截止时间到时已经应答。',
  },
  replyNotSent: {
    what: '裁决没能发出：你的应用已经应答，或服务商已关闭连接。',
    todo: '检查前面是否有超时中间件，以及处理函数的耗时。',
    answer: '你的应用的应答，或没有应答。',
  },
  hookFailed: {
    what: '钩子 `onAny`、`onUnknownCommand`、`onSettled` 或 `onGap` 抛错。`hook` 是它的名字。',
    todo: '修复该钩子。`onGap` 会再次调用；其他的不会。',
    answer: goesOn,
  },
  inboxUnavailable: {
    what: '事件没能存进收件箱。`cause` 是存储报告的错误。',
    todo: '见[可靠性](reliability.md)。存储恢复后自动继续。',
  },
  noHandler: {
    what: '对某条已存的投递，该 worker 没有其命令的处理函数，或不认识该命令。',
    todo: '给 `startWorker` 与 `imCallbacks` 相同的处理函数，并使用同一版本的本包。',
    answer: later,
  },
  interrupted: {
    what: '某条投递的最后几次尝试都随进程一起结束：最可能是它的处理函数结束了进程，或耗尽了内存。',
    todo: '它现在是死信。要找出原因，请在单独的进程里用死信的请求体运行它的处理函数。',
    answer: later,
  },
  workerStalled: {
    what: '收件箱的 worker 无法工作。错误信息里有原因。',
    todo: '见[可靠性](reliability.md)；在它恢复之前，投递会一直等待。',
    answer: '无：不针对某个回调。',
  },
  inboxFault: {
    what: '收件箱的一部分损坏或丢失。错误信息会说明是哪一部分。',
    todo: '见[可靠性](reliability.md)。',
    answer: '无：不针对某个回调。无法存储的回调得到 503。',
  },
  stepFailed: {
    what: '流水线的某个步骤抛错，最可能是你的自定义步骤。`cause` 是它抛出的内容。',
    todo: '修复该步骤。要拒绝一个请求，请返回 `turnAway({ message })`。',
  },
  turnedAway: {
    what: '你的自定义步骤拒绝了该请求。错误信息由你给出。',
    todo: '如果这是你的本意，无需处理。',
    answer: '它给出的 `status`，默认 403。',
  },
  wrongAppId: {
    what: '查询参数里没有 `SdkAppid`，或它不是你的应用之一。',
    todo: '与控制台核对 `tencent.sdkAppId`。如果缺失，说明前面的代理丢掉了查询参数。',
  },
  badSignature: {
    what: '`Sign` 和 `RequestTime` 缺失、格式错误、已过期，或与 Token 不符。`reason` 说明是哪一种。',
    todo: '`missing`：在控制台打开鉴权。`mismatch`：核对 Token。`stale`：检查本机时钟。更换 Token 期间请给出两个：`token: [new, old]`。',
  },
  appUnresolved: {
    what: '你的 `resolveApp` 失败，或没有及时返回。`cause` 是它抛出的内容。',
    todo: '检查它查询的对象。已知的应用在此期间仍使用缓存的结果。',
  },
  unsignedAccepted: {
    what: '放行了一个不带签名的回调，因为 `tencent.unsignedGrace` 已打开。',
    todo: '在控制台打开鉴权，并关闭 `unsignedGrace`。',
    answer: '与已签名的相同。',
  },
  replayed: {
    what: '同样的签名带着同样的请求体来过，而 `replayGuard` 已打开。',
    todo: '偶尔一次是腾讯云在超时后重发；很多次说明有人看到过 URL：请更换 Token。',
  },
  addressNotAllowed: {
    what: '调用方的地址不在 `openim.allowedAddresses` 里。`address` 是调用方的地址。',
    todo: '位于代理之后时，设置 Express 的 `trust proxy`，否则得到的是代理的地址。',
  },
  wrongSecret: {
    what: '路径里的密钥段缺失或错误。',
    todo: '把密钥写进 `webhooks.yml` 的 `url`：`https://host/im-callback/<secret>`。更换期间请给出两个：`secret: [new, old]`。',
  },
  wrongCredentials: {
    what: 'Basic 认证的凭据缺失或错误。',
    todo: '把它们写进 `webhooks.yml` 的 `url`：`https://user:password@host/im-callback`。重定向或代理可能会丢掉它们。',
  },
  cannotRefuse: {
    what: 'OpenIM 3.6 忽略一切裁决：你的处理函数拒绝的操作已被放行。只报一次。',
    todo: '把服务端升级到 3.7 或更新版本。',
    answer: '按拒绝发出；服务端会忽略它。',
  },
};

exports.ofWarning = {
  IM_CALLBACKS_OPEN: {
    what: '没有任何校验：知道 URL 的人都可以发送回调，而你的处理函数会当真。',
    todo: '腾讯云：在控制台打开鉴权，并把 Token 设为 `tencent.token`；做不到时，用 `unsigned: true` 表明这是有意的。OpenIM：设置 `secret`、`credentials` 或 `allowedAddresses`（[安全](security.md)）。',
  },
  IM_CALLBACKS_GRACE: {
    what: '`tencent.unsignedGrace` 已打开：不带签名的回调会放行。',
    todo: '不再出现 `unsignedAccepted` 时，关闭它。',
  },
  IM_CALLBACKS_DEADLINE: {
    what: '`deadlineMs` 比服务商等待应答的时间长。处理函数在那之后的决定不起作用。',
    todo: '调低它。或者对 OpenIM，在 `webhooks.yml` 里调高 `timeout`：这时用户发送消息也要等那么久。',
  },
  IM_CALLBACKS_INBOX: {
    what: '收件箱打不开，文件丢失、已满或损坏，或者它的持久性比你预期的低。',
    todo: '警告里说明是哪一种以及怎么办；`ready()` 和 `/health` 也会说明（[可靠性](reliability.md)）。',
  },
  IM_CALLBACKS_HOOK: {
    what: '`onFailure` 或遥测抛错。除此之外没有任何影响。',
    todo: '修复它：在此期间可能有失败没有被看到。',
  },
};
