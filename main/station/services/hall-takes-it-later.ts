import type { ApiError } from '../../../preload/contracts/errors.ts';

const LATER: readonly ApiError['kind'][] = ['hall-unreachable', 'storage', 'too-many-requests', 'internal'];

/** The same wish may succeed another time; anything else is refused for good. */
export const hallTakesItLater = ({ kind }: ApiError): boolean => LATER.includes(kind);
