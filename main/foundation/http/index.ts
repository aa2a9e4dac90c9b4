export { createApiServer } from './api-server.ts';
export { createClient, type ClientOptions } from './client.ts';
export { DEFAULT_LIMITS, type ServerLimits } from './limits.ts';
export { createOnce, type Once, type OnceKey } from './once.ts';
export { openApiDocument } from './openapi.ts';
export type { ApiServer, ApiServerOptions, ServiceInfo } from './options.ts';
export type { PagesOptions } from './pages.ts';
export { createRateLimit, type RateLimit } from './rate-limit.ts';
export { ANSWER_HEADERS, pagePolicy } from './security-headers.ts';
