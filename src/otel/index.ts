import './needs';

export { otel } from './otel';
