//! Serves the folder on this machine, as a good static host would.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::Fallible;
use crate::headers::{FIXED, cache_control, header_policy};

/// Serves until Ctrl+C.
pub fn serve(folder: &Path, host: IpAddr, port: u16) -> Fallible<()> {
    if !folder.join("index.html").is_file() {
        return Err(format!("{} holds no game; build it first with `cargo web build`", folder.display()).into());
    }
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = listen(SocketAddr::new(host, port)).await?;
        println!("Laddertown stands at http://{}/ (Ctrl+C ends it)", listener.local_addr()?);
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
        let app = Router::new().fallback_service(files).layer(from_fn(add_headers));
        let server = tokio::spawn(async { axum::serve(listener, app).await });
        tokio::signal::ctrl_c().await?;
        // Open connections are not waited for: nothing is lost with them.
        server.abort();
        Ok(())
    })
}

async fn listen(address: SocketAddr) -> Fallible<TcpListener> {
    TcpListener::bind(address).await.map_err(|fault| match fault.kind() {
        ErrorKind::AddrInUse => {
            format!("port {} is in use; name another with --port, or 0 for any free one", address.port()).into()
        }
        _ => format!("cannot serve on {address}: {fault}").into(),
    })
}

async fn add_headers(request: Request, next: Next) -> Response {
    let keep = cache_control(request.uri().path());
    let policy = header_policy(request.uri().query().unwrap_or_default());
    let mut response = next.run(request).await;
    let found = response.status().is_success() || response.status().is_redirection();
    let headers = response.headers_mut();
    let keep = if found { keep } else { "no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
