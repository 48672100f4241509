import type { Dict, Json } from '../../model/json.js';
import { observable } from '../../reactive/index.js';

/** Why a date may not be given. The view sets it: it knows how dates are read, by formats that are fetched with it. */
export const dateCheck = observable.box<((value: Json, attributes: Dict) => string | undefined) | undefined>(undefined);
