export { type Assumptions, simulate, type SimulatedStep, type Simulation, type SimulationInput } from './simulate.js';
