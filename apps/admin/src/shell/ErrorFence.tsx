import { Component, lazy, Suspense, type ReactNode } from 'react';

const Failed = lazy(() => import('../ui/Waiting.js').then((module) => ({ default: module.Failed })));

/** A screen that breaks takes only itself down. */
export class ErrorFence extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) { return { error }; }
  override render() {
    if (this.state.error === null) return this.props.children;
    return <Suspense><Failed error={this.state.error} retry={() => this.setState({ error: null })} /></Suspense>;
  }
}
