import { framesTests } from '../../support/video-frames.js';

framesTests(
  [
    'cfr25.mp4',
    'cfr2997.mp4',
    'cfr30.mp4',
    'cfr5994.mp4',
    'opengop.mp4',
    'vfrjit.mp4',
    'vfrgap.mp4',
    'offset.mp4',
    'fragmented.mp4',
    'cutcopy.mp4',
    'withaudio.mp4',
  ],
  200,
);
