/** What docs/zh-CN/errors.md says around the texts of the catalogue; the texts themselves are in chinese-texts.js. */
const { ofFailure, ofWarning } = require('./chinese-texts');

const opening = `# 错误

[English](../errors.md)

回调出错时，错误是一个带有 \`kind\` 的值。它会交给 \`onFailure\`，附带服务商、命令、operationID 和应答内容；如果有异常抛出，还有 \`cause\`。没有 \`onFailure\` 时，写到标准错误输出，每种每分钟最多十条。本页由失败目录生成：\`npm run docs\`。

失败的事后回调，腾讯云得到 \`FAIL\`，OpenIM 得到放行（其他任何应答都会让用户已完成的操作报错）。失败策略就是选项 \`failurePolicy\`。

## 各服务商共有的失败`;

const ofTheStart = `## 启动时的错误

错误的选项会在创建 Router 时抛出 \`TypeError\`，代码为 \`ERR_IM_CALLBACKS_OPTION\`：它给出选项名、收到的值（绝不含密钥）以及应该怎么写。错误信息以 \`imCallbacks:\`、\`startWorker:\`、\`createSender:\` 或 \`deliver:\` 开头。

## 警告

警告通过 \`process.emitWarning\` 以 \`ImCallbacksWarning\` 发出，每句话只发一次，带有下列代码之一。\`node --disable-warning=ImCallbacksWarning\` 关闭全部，\`--disable-warning=<code>\` 关闭其中一种。`;

/** What its Chinese customers call a vendor, where that is not its label. */
const labels = { 'Tencent Cloud Chat': '腾讯云即时通信 IM' };

function byPhase(before, after, unknown) {
  const beforeWords = before === 200 ? '失败策略的裁决' : `HTTP ${before}`;
  const afterWords = after === 200 ? '该服务商的事后失败应答' : `HTTP ${after}`;
  const words = beforeWords === afterWords ? beforeWords : `事前回调：${beforeWords}；事后回调：${afterWords}`;
  const last = unknown === after ? '' : `；尚未识别出命令时：HTTP ${unknown}`;
  return `${words}${last}。`;
}

exports.chinese = {
  words: {
    opening,
    ofTheStart,
    ofVendor: (label) => `## ${labels[label] ?? label} 的失败`,
    answered: '**应答：**',
    todo: '**怎么办：**',
    status: (status) => `HTTP ${status}。`,
    byPhase,
  },
  ofFailure,
  ofWarning,
};
