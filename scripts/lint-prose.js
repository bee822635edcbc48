#!/usr/bin/env node
/**
 * Searches everything that people read, i.e. Markdown and the comments and sentences in code, for phrases of
 * prose/forbidden.js. With names of files it checks these; without, all files that Git tracks.
 */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { check } = require('./prose/check');

const checked = /\.(?:md|ts|js|mjs|cjs)$/;
// Chinese, and pages and types that are written from sources which are checked themselves.
const unchecked =
  /\.zh-CN\.md$|^docs\/(?:zh|zh-CN)\/|\/catalogue\/bodies\/|^src\/vendors\/handler-docs\.ts$|^docs\/commands\.md$|^scripts\/prose\/forbidden\.js$|\/fixtures\//;

const given = process.argv.slice(2);
const files = given.length > 0 ? given : execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
const findings = files
  .filter((file) => checked.test(file) && !unchecked.test(file))
  .flatMap((file) => check(file, readFileSync(file, 'utf8')));
for (const finding of findings) console.error(finding);
if (findings.length > 0) {
  console.error(`\n${findings.length} phrases that readers stumble over; scripts/prose/forbidden.js says why`);
  process.exitCode = 1;
}
