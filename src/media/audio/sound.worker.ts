import { serve } from '../remote/remote.js';
import { soundMethods } from './sound-methods.js';

serve(self, soundMethods);
