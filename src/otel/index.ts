export { otel } from './otel';
