import { framesTests } from '../../support/video-frames.js';

// Large, cut in the middle of a frame, in other containers, of another codec, and with frames at the same time.
framesTests(['hd1080.mp4', 'cutmiddle.mp4', 'matroska.mkv', 'quicktime.mov', 'stream.ts', 'vp9.webm', 'sametime.mp4']);
