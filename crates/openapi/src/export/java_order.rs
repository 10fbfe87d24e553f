//! The order in which AWS lists parameters: that of a Java hash map of their names.
//!
//! The recordings of `test_export_swagger_openapi` compare lists, and their `type` before `page` is this order.

/// Sorts as `java.util.HashMap` iterates after its entries were put in the given order.
pub(super) fn sort<T>(items: &mut [T], key: impl Fn(&T) -> &str) {
    let buckets = buckets(items.len());
    items.sort_by_key(|item| hash(key(item)) & (buckets - 1));
}

/// The table doubles when it is more than three quarters full.
fn buckets(entries: usize) -> u32 {
    let mut buckets = 16_u32;
    while u64::from(buckets) * 3 < entries as u64 * 4 && buckets < 1 << 30 {
        buckets *= 2;
    }
    buckets
}

fn hash(text: &str) -> u32 {
    let code = text.encode_utf16().fold(0_u32, |code, unit| {
        code.wrapping_mul(31).wrapping_add(u32::from(unit))
    });
    code ^ (code >> 16)
}

#[cfg(test)]
mod tests {
    #[test]
    fn parameters_stand_in_the_order_of_the_recording() {
        let mut names = [
            "method.request.querystring.page",
            "method.request.querystring.type",
        ];
        super::sort(&mut names, |name| name);
        assert_eq!(
            names,
            [
                "method.request.querystring.type",
                "method.request.querystring.page"
            ]
        );
        assert_eq!(
            (super::buckets(12), super::buckets(13), super::buckets(25)),
            (16, 32, 64)
        );
    }
}
