export { anything, openRecord } from './anything';
export { boolean } from './boolean';
export { type DecodeProblem, explain } from './explain';
export { FieldsType, fields, isObject, maxProblems } from './fields';
export { integer } from './integer';
export { ListType, list } from './list';
export { number } from './number';
export { TaggedType, tagged } from './tagged';
export { text } from './text';
