import type { PRICE } from '../price.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof PRICE> = {
  title: 'A guarantee has a price',
  scenes: {
    alone: {
      title: 'It looks better and better',
      question: 'Which image is better in the end?',
      sentence:
        'A telescope measured {{visibilities}} of the spatial frequencies of a sky. Both sides fit them, denoise, and repeat. The left’s denoiser is free, the right’s is nonexpansive.',
      after:
        'At round {{step@mark}} the left has {{left.snr@mark}} dB, the right {{right.snr@mark}}: decibels of the sky over the error. Which image would you take now?',
      end: 'Left: the image is destroyed. Right: settled at {{right.snr}} dB.',
      moment:
        'The left image gets better and better until the same rounds destroy it; the right one has settled.',
      notes: [
        'Say: Both denoisers were trained on the same skies. The left one removes more noise. Each round moves towards the data, then lets the denoiser repair what nobody measured.',
        'Ask: Which image is better after a hundred rounds? Click on it to vote.',
        'Do: Press Play, stop at the bookmark, then let it run to the end.',
        'Say: Nobody measured most frequencies. There the denoiser acts alone, round after round, and the left one makes them grow.',
      ],
    },
    valleys: {
      title: 'Two pixels, all of it drawn',
      question: 'How many answers does each side have?',
      sentence:
        'Two pixels, each near dark or near bright, and one number measured. The left’s denoiser is the best there is; its slope reaches {{slope.free}}. The right’s is capped.',
      after:
        'The left’s landscape has {{rests.left}} fixed points; descent can stop at {{stable.left}} of them. The right’s has {{rests.right}}: the cap has made it convex.',
      end: 'Left: stopped in one of its valleys. Right: settled at its only fixed point.',
      notes: [
        'Say: Where the noisy pixel is half way, the best guess flips from dark to bright. That is the steep place of the curve.',
        'Do: Press Play. Then click on the left map: other starts, other valleys.',
        'Ask: What happens to the valleys when I take the slope away? Turn {{control:cap}} down, and watch the right map.',
        'Say: Both denoisers are proximal maps, so both sides descend on a landscape. The free one’s has a valley for each guess of dark and bright but one: both dark does not fit the data.',
      ],
    },
    swing: {
      title: 'The best there is, a longer step',
      question: 'Will the best denoiser settle?',
      sentence: 'The same two pixels and the same start, with nearly twice the step. Will the left settle?',
      after:
        'The left swings between two points. From a grid of starts {{rest.share.left}} settle. A step below {{bound.left}} rules every cycle out (proved); this one is longer.',
      end: 'No: the left swings between two points.',
      notes: [
        'Ask: It is the best denoiser in mean square. Surely it settles? Place a flag.',
        'Do: Press Play. The path of the left closes to an arrow there and back. The right settles.',
        'Do: Turn {{control:c}} below its mark and play again: the left settles as well.',
        'Say: The rule needs the steepest slope alone. It promises that a run settles below the mark; above it a run may settle or not, and the start decides.',
      ],
    },
    nearer: {
      title: 'Certified, and wrong',
      question: 'Which side ends closer to the truth?',
      sentence:
        'The first step length again, and a start near the truth. The right has a certificate: one answer from every start. Is it the better answer?',
      after:
        'The left is at {{left.snr@mark}} dB, the right at {{right.snr@mark}}. The disc around the right’s point holds its limit (proved). It does not hold the truth.',
      end: 'Left: {{left.snr}} dB, nothing proved. Right: {{right.snr}} dB, certified.',
      notes: [
        'Ask: One side has a proof, the other has none. Which ends closer to the star? Place a flag.',
        'Do: Press Play, and watch the disc shrink around the right point.',
        'Say: The certificate says where the run will end. It says nothing of the truth.',
        'Say: A cap of one would turn dark or bright into anything between: the convex hull of both. Convexity has forgotten what a pixel looks like.',
      ],
    },
    another: {
      title: 'Another start',
      question: 'Would another start end elsewhere?',
      sentence:
        'The image again, now with the denoisers as they were trained. Both sides start at nothing. What if they had started at noise?',
      after:
        'Started from zero and from noise, the left’s two images differ by {{left.apart@mark}} (relative norm). The right has one limit from every start (proved); here its two runs have met.',
      end: 'Left: stopped, one answer of several. Right: settled, the only one.',
      notes: [
        'Ask: Same data, same denoiser, another first guess. The same image? Count hands, side by side.',
        'Do: Press Play. Then open the third picture and run two starts.',
        'Say: A round of the right brings any two images closer, whatever was measured. So there is one limit, and we know how far away it can be.',
        'Say: The radius is a hundred times the last step and more: it is honest, and loose.',
      ],
    },
    wins: {
      title: 'So the guarantee always wins?',
      question: 'Which image is better this time?',
      sentence:
        'Another sky, and twice as many frequencies: {{visibilities}}. The same two denoisers. Does the guarantee win again?',
      after:
        'The left has {{left.snr@mark}} dB, the right {{right.snr@mark}}, CLEAN {{clean.snr@mark}}. On skies it has not seen the right removes {{psnr.cost}} dB less noise: the price of its guarantee.',
      end: 'Left: {{left.snr}} dB, nothing proved. Right: {{right.snr}} dB, certified.',
      notes: [
        'Ask: You have seen the free one fail. What do you expect here? Click on the image that ends better.',
        'Do: Press Play. Look at the faint sources, and at the curve of the ratio: here it stays below one.',
        'Say: Without a certificate it may settle all the same. It did here, from both starts. Nobody knew beforehand.',
        'Do: Run the tally over skies in the third picture, with few frequencies and with many, and let the class read who won.',
      ],
    },
    restless: {
      title: 'A guarantee has a price',
      question: 'Will both sides settle now?',
      sentence:
        'A third sky, {{visibilities}} frequencies and the longer step. The right has its guarantee, the left has none. Does the left settle as it did on the last sky?',
      after:
        'At round {{step@mark}} the left has {{left.snr@mark}} dB and still moves; the right has {{right.snr@mark}} and is within {{right.radius@mark}} of its limit (proved).',
      end: 'Right: {{right.snr@last}} dB, near its limit. Left: {{left.snr@last}} dB, still moving.',
      notes: [
        'Ask: Which side would you put into a telescope’s pipeline, and why?',
        'Do: Press Play. Look at the curve of the steps: the left’s stays flat, the right’s falls, and with it the radius.',
        'Say: In the end the left changes between two images, each about half a sky away from the other.',
        'Say: A guarantee has a price, and so has its absence. Which is higher depends on the skies you expect, so count, and say on which skies.',
      ],
    },
  },
};
