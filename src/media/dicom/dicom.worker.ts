import { serve } from '../remote/remote.js';
import { methods } from './worker-methods.js';

serve(self, methods);
