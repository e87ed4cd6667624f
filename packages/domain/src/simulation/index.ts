export { type Assumptions, playPlan, simulate, type SimulatedStep, type Simulation, type SimulationInput } from './simulate.js';
