import { english } from '../../i18n/messages.ts';

export const words = english({
  'question.federated': 'Where do clients that average end up?',
  'param.fedlevel': 'Training',
  'param.quad': 'Clients’ losses',
  'param.clients': 'Clients N',
  'param.split': 'How the data is dealt',
  'param.fedsamples': 'Samples',
  'param.fedlabels': 'Curve to learn',
  'param.fedwidth': 'Width m',
  'param.fedversus': 'Right side',
  'param.fedmu': 'Proximal μ',
  'param.paired': 'Start as the zero function',
  'param.local': 'Local steps per round K',
  'param.fedstep': 'Local step, in 1/Lmax',
  'param.fedeta': 'Local step η (absolute)',
  'param.server': 'Server step',
  'choice.fedlevel.plane': 'quadratic losses over a plane',
  'choice.fedlevel.network': 'a network over a circle',
  'choice.quad.agree': 'agree: one shared minimum',
  'choice.quad.disagree': 'disagree',
  'choice.quad.tilted': 'tilted',
  'choice.quad.same': 'same curvature, two minima',
  'choice.quad.drawn': 'drawn from the seed',
  'choice.fedversus.rounds': 'one local step per round',
  'choice.fedversus.work': 'all data in one place',
  'choice.fedversus.equal': 'equal curvatures',
  'choice.fedversus.scaffold': 'SCAFFOLD',
  'choice.fedversus.prox': 'FedProx',
  'choice.split.arcs': 'sorted: one arc each',
  'choice.split.shuffled': 'shuffled: in turn',
  'choice.fedsamples.circle': 'drawn over the circle',
  'choice.fedsamples.csv': 'your own data',
  'choice.fedlabels.wave': 'wave',
  'choice.fedlabels.square': 'square wave',
  'preset.fed-disagree.title': 'Clients that disagree',
  'preset.fed-disagree.sentence':
    'Two clients, two minima: 20 local steps per round, or one. Which side reaches the minimum of the mean loss?',
  'preset.fed-agree.title': 'Clients that agree',
  'preset.fed-agree.sentence': 'One point is best for both clients. What do more local steps cost here?',
  'preset.fed-tilted.title': 'Tilted valleys',
  'preset.fed-tilted.sentence':
    'Two valleys that cross at an angle. Where does the average stop as the local steps grow?',
  'preset.fed-same.title': 'Same curvature',
  'preset.fed-same.sentence':
    'The minima differ, the curvatures do not. Does the stopping point move with K?',
  'preset.fed-opening.title': 'Network and tangent',
  'preset.fed-opening.sentence':
    'A network of 256 neurons beside its linearisation, three clients. How long do they stay together?',
  'preset.fed-narrow.title': 'Narrow network',
  'preset.fed-narrow.sentence':
    'Only 16 neurons. Does the network stay near its linearisation, and which of them learns faster?',
  'preset.fed-wide.title': 'Wide network',
  'preset.fed-wide.sentence': '1,024 neurons. How far apart do the two sides get?',
  'preset.fed-square.title': 'A harder curve',
  'preset.fed-square.sentence': 'A square wave, 64 neurons, four clients. Which of the two learns it faster?',
  'preset.fed-many.title': 'Fifty local steps',
  'preset.fed-many.sentence':
    'Ten times the local steps of “Network and tangent”. Is one round now worth ten?',
  'preset.fed-too-narrow.title': 'Eight neurons',
  'preset.fed-too-narrow.sentence':
    'Twelve samples for 8 neurons, 20 local steps. How well does the linearisation fit them?',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
