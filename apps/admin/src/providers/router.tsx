import type { RouterProvider } from 'ra-core';
import { Link, matchPath, Navigate, Outlet, Route, Routes, useInRouterContext, useLocation, useMatch, useNavigate as useRouterNavigate, useParams } from 'react-router-dom';
import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same and always goes by the latest address. */
const useNavigate: RouterProvider['useNavigate'] = () => {
  const navigate = useRouterNavigate();
  const latest = useRef(navigate);
  useEffect(() => { latest.current = navigate; }, [navigate]);
  return useCallback((to, options) => { if (typeof to === 'number') void latest.current(to); else void latest.current(to, options); }, []) as ReturnType<RouterProvider['useNavigate']>;
};

/**
 * What react-admin's core needs of a router, for a plain `BrowserRouter`. It takes the place of the core's own adapter (see
 * vite.config.ts), which pulls the whole data router into the first picture.
 */
export const reactRouterProvider: RouterProvider = {
  useNavigate, useLocation, useMatch, useInRouterContext,
  useParams: useParams as RouterProvider['useParams'],
  useCanBlock: () => false,
  useBlocker: () => ({ state: 'unblocked', reset: undefined, proceed: undefined, location: undefined }),
  Link, Navigate, Outlet, Routes,
  Route: Route as RouterProvider['Route'],
  RouterWrapper: ({ children }) => <>{children}</>,
  matchPath,
};
