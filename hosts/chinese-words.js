/**
 * The Chinese texts of the table of hosts in docs/zh-CN/hosts.md: head, titles and differences. A text that is missing
 * here stays English.
 */

exports.head = ['环境', '文件', '不同之处'];

exports.titles = {
  'bundled by esbuild': '用 esbuild 打包',
  'bundled by webpack': '用 webpack 打包',
  'bundled by rollup': '用 rollup 打包',
  'bundled by rolldown': '用 rolldown 打包',
  'bundled by ncc': '用 ncc 打包',
  'Express 5, after its own parsers': 'Express 5，位于自己的解析器之后',
  'Express 4, after its own parsers': 'Express 4，位于自己的解析器之后',
  'Express, as a route': 'Express，作为路由',
  'Fastify, as a route': 'Fastify，作为路由',
  'h3 1 (Nuxt 3 and 4, Nitro 2)': 'h3 1（Nuxt 3 和 4、Nitro 2）',
  'h3 2 (Nitro 3)': 'h3 2（Nitro 3）',
  'Koa, after @koa/bodyparser': 'Koa，位于 @koa/bodyparser 之后',
  'NestJS, in main.ts': 'NestJS，在 main.ts 里',
  'NestJS, in a module': 'NestJS，在模块里',
  'NestJS, a controller with @All': 'NestJS，使用 @All 的控制器',
  'Next, a custom server': 'Next，自定义服务器',
  'Nitro 2 (Nuxt 3 and 4)': 'Nitro 2（Nuxt 3 和 4）',
};

exports.requests = {
  'Tencent, after: the handler fails': '腾讯云的事后处理函数失败',
};

exports.reasons = {
  'the inbox has it, and tries again': '它在收件箱里，会重试',
};

exports.colon = '：';
