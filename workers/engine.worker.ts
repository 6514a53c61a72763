import { expose } from 'comlink';
import { createEngine } from './serve.ts';

expose(createEngine());
